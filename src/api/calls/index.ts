export { acceptCall } from './accept-call.ts';
export type { CallSession } from './call-action.ts';
export { connectCall, type ConnectCallParams } from './connect-call.ts';
export {
  getCallPermission,
  type CallPermission,
  type GetCallPermissionParams,
} from './get-call-permission.ts';
export { preAcceptCall, type AcceptCallParams } from './pre-accept-call.ts';
export { rejectCall, type EndCallParams } from './reject-call.ts';
export { terminateCall } from './terminate-call.ts';
