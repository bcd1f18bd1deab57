import type { Idempotency } from '../../transport/transport.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Endpoint,
  jsonBody,
  graphPath,
  getPhoneNumberId,
} from '../../transport/transport.ts';

/** One side of the WebRTC handshake. */
export interface CallSession {
  readonly sdp_type: 'offer' | 'answer';
  /** An SDP description as in RFC 8866. */
  readonly sdp: string;
}

/** The call that every reply to an action names. */
export type CallAction = 'connect' | 'pre_accept' | 'accept' | 'reject' | 'terminate';

/** One action on the calls of a number. */
export async function callAction<T>(
  client: Client,
  action: CallAction,
  params: NumberTarget & {
    readonly to?: string | undefined;
    readonly recipient?: string | undefined;
    readonly callId?: string | undefined;
    readonly session?: CallSession | undefined;
    readonly callbackData?: string | undefined;
  },
  parse: Endpoint<T>['parse'],
  options: CallOptions | undefined,
): Promise<T> {
  const { phoneNumberId, to, recipient, callId, session, callbackData } = params;
  const idempotency: Idempotency = action === 'connect' ? 'send' : 'unsafe';
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/calls`,
      body: jsonBody({
        messaging_product: 'whatsapp',
        action,
        to,
        recipient,
        call_id: callId,
        session,
        biz_opaque_callback_data: callbackData,
      }),
      idempotency,
      sensitive: [to, recipient].filter((id) => id !== undefined),
      parse,
    },
    options,
  );
}
