import { checkParams } from '../../errors/check-params.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import { type CallOptions, type Client, parseSuccess } from '../../transport/transport.ts';
import { callAction, type CallSession } from './call-action.ts';

/** The call, and your side of the handshake. */
export interface AcceptCallParams extends NumberTarget {
  /** The id of the call, `wacid.…`, as the webhook `calls` carries it. */
  readonly callId: string;
  /** Your side of the WebRTC handshake: the answer. */
  readonly session: CallSession & { readonly sdp_type: 'answer' };
  /** Comes back in the call's webhooks as `biz_opaque_callback_data`: up to 512 characters, no personal data. */
  readonly callbackData?: string | undefined;
}

/**
 * Sets the connection of an incoming call up before it is accepted, so that no first words are lost. Then `acceptCall`.
 *
 * Source: Meta, "User-initiated calls".
 *
 * @example
 * await preAcceptCall(client, { callId: 'wacid.HBgL…', session: { sdp_type: 'answer', sdp } });
 */
export const preAcceptCall = async (
  client: Client,
  params: AcceptCallParams,
  options?: CallOptions,
): Promise<void> =>
  callAction(
    client,
    'pre_accept',
    checkParams('preAcceptCall', params, {
      callId: true,
      session: 'object',
      callbackData: false,
      phoneNumberId: false,
    }),
    parseSuccess,
    options,
  );
