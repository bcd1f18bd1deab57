import { acceptCall } from './accept-call.ts';
import { connectCall } from './connect-call.ts';
import { getCallPermission } from './get-call-permission.ts';
import { preAcceptCall } from './pre-accept-call.ts';
import { rejectCall } from './reject-call.ts';
import { terminateCall } from './terminate-call.ts';

/** Starts, answers and ends calls, and reads call permissions. */
export const callOperations = {
  connect: connectCall,
  preAccept: preAcceptCall,
  accept: acceptCall,
  reject: rejectCall,
  terminate: terminateCall,
  getPermission: getCallPermission,
};
