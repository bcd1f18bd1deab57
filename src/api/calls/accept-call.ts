import { checkParams } from '../../errors/check-params.ts';
import { type CallOptions, type Client, parseSuccess } from '../../transport/transport.ts';
import { callAction } from './call-action.ts';
import type { AcceptCallParams } from './pre-accept-call.ts';

/**
 * Accepts an incoming call. Without an answer within 30 to 60 seconds the customer hears that the call is not answered.
 *
 * Source: Meta, "User-initiated calls".
 *
 * @example
 * await acceptCall(client, { callId: 'wacid.HBgL…', session: { sdp_type: 'answer', sdp } });
 */
export const acceptCall = async (
  client: Client,
  params: AcceptCallParams,
  options?: CallOptions,
): Promise<void> =>
  callAction(
    client,
    'accept',
    checkParams('acceptCall', params, {
      callId: true,
      session: 'object',
      callbackData: false,
      phoneNumberId: false,
    }),
    parseSuccess,
    options,
  );
