import { checkParams } from '../../errors/check-params.ts';
import { UsageError } from '../../errors/usage-error.ts';
import type { Bsuid } from '../../shared/ids.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import { type CallOptions, type Client, parseResponse } from '../../transport/transport.ts';
import { callAction, type CallSession } from './call-action.ts';
import { ResponseShapeError } from '../../errors/response-shape-error.ts';

/** The customer to call: exactly one of `to` and `recipient`. */
export interface ConnectCallParams extends NumberTarget {
  /** The customer's phone number with `+`, or the WhatsApp ID. */
  readonly to?: string | undefined;
  /** The customer's business-scoped user id. */
  readonly recipient?: Bsuid | undefined;
  /** Your side of the WebRTC handshake: the offer. */
  readonly session: CallSession & { readonly sdp_type: 'offer' };
  /** Comes back in the call's webhooks as `biz_opaque_callback_data`: up to 512 characters, no personal data. */
  readonly callbackData?: string | undefined;
}

/**
 * Calls a customer who gave permission. The answer arrives in the webhook `calls`. A number can have 1,000 calls at once.
 *
 * Source: Meta, "Business-initiated calls".
 *
 * @example
 * await connectCall(client, { to: '+12185552828', session: { sdp_type: 'offer', sdp } }); // { callId: 'wacid.HBgLMTIx…' }
 */
export async function connectCall(
  client: Client,
  params: ConnectCallParams,
  options?: CallOptions,
): Promise<{ readonly callId: string }> {
  checkParams('connectCall', params, {
    to: false,
    recipient: false,
    session: 'object',
    callbackData: false,
    phoneNumberId: false,
  });
  if ((params.to === undefined) === (params.recipient === undefined)) {
    throw new UsageError({
      summary: 'A call goes to one customer.',
      issues: [{ path: 'to', message: 'exactly one of to and recipient is needed', limit: 1 }],
    });
  }
  if ((params.callbackData?.length ?? 0) > 512) {
    throw new UsageError({
      summary: 'The callback data is too long.',
      issues: [{ path: 'callbackData', message: 'has more than 512 characters', limit: 512 }],
    });
  }
  const parse = parseResponse<{ calls: readonly { id: string }[] }>({ calls: [{ id: 'string' }] });
  const [call] = (await callAction(client, 'connect', params, parse, options)).calls;
  if (call === undefined) throw new ResponseShapeError('calls[0] should be object, is undefined');
  return { callId: call.id };
}
