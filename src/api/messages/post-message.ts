import type { MessageContent, MessageEnvelope } from '../../schemas/message.ts';
import type { PhoneNumberId, Wamid } from '../../shared/ids.ts';
import {
  jsonBody,
  graphPath,
  getPhoneNumberId,
  type CallOptions,
  type Client,
  type Endpoint,
} from '../../transport/transport.ts';
import type { Recipient } from '../../shared/recipient.ts';
import type { RecipientFields } from './recipient.ts';

/** The parameters that every send takes in addition to its content. */
export type SendParams = Recipient &
  MessageEnvelope & {
    /** The id of the business number to send from. Default: the client's. */
    readonly phoneNumberId?: PhoneNumberId | undefined;
  };

/** What the API answers to a message that it accepts. Failure may still follow as a `failed` status. */
export interface SendResult {
  /** The id of the message; its statuses carry it. */
  readonly wamid: Wamid;
  /** The `callbackData` of the message; its statuses carry it too, as `biz_opaque_callback_data` on the wire. */
  readonly callbackData: string;
  readonly messaging_product: 'whatsapp';
  /** `wa_id` for a phone number, `user_id` for a business-scoped user id. */
  readonly contacts?:
    | readonly {
        readonly input: string;
        readonly wa_id?: string | undefined;
        readonly user_id?: string | undefined;
      }[]
    | undefined;
  /** One entry, with the id of the message and whether Meta holds it back. */
  readonly messages: readonly {
    readonly id: Wamid;
    readonly group_id?: string | undefined;
    /** `accepted`, `held_for_quality_assessment` or `paused`. */
    readonly message_status?: string | undefined;
  }[];
}

type SendReply = Omit<SendResult, 'wamid' | 'callbackData'>;

/** The wire body of a message: product, recipient, envelope and content. */
export function toMessageBody<M extends MessageEnvelope & MessageContent>(
  recipient: RecipientFields,
  message: M,
) {
  const {
    callbackData,
    recipientIdentityKeyHash,
    messagingAccountId,
    ttlSeconds,
    directSendConfig,
    ...rest
  } = message;
  return {
    messaging_product: 'whatsapp' as const,
    ...recipient,
    ...rest,
    // JSON leaves out those that are undefined.
    recipient_identity_key_hash: recipientIdentityKeyHash,
    messaging_account_id: messagingAccountId,
    ttl_seconds: ttlSeconds,
    direct_send_config: directSendConfig,
    biz_opaque_callback_data: callbackData ?? `wabakit-${crypto.randomUUID()}`,
  };
}

/** Describes the call that sends a checked body. `texts` are what the message says: Meta may quote them in an error. */
export function sendEndpoint(
  client: Client,
  phoneNumberId: PhoneNumberId | undefined,
  body: RecipientFields & { readonly biz_opaque_callback_data: string },
  texts: readonly string[],
): Endpoint<SendResult> {
  const callbackData = body.biz_opaque_callback_data;
  const recipient = (body.to ?? body.recipient ?? '').replace('+', '');
  return {
    method: 'POST',
    path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/messages`,
    idempotency: 'send',
    body: jsonBody(body),
    callbackData,
    recipient,
    sensitive: [recipient, ...texts],
    parse({ json }) {
      const sent = json as Partial<SendReply>;
      const wamid = sent.messages?.[0]?.id;
      if (typeof wamid !== 'string') throw new TypeError('No messages[0].id.');
      return { ...(sent as SendReply), wamid, callbackData };
    },
  };
}

/** Posts a checked body. */
export const postMessage = async (
  client: Client,
  phoneNumberId: PhoneNumberId | undefined,
  body: RecipientFields & { readonly biz_opaque_callback_data: string },
  texts: readonly string[],
  options?: CallOptions,
): Promise<SendResult> => client.request(sendEndpoint(client, phoneNumberId, body, texts), options);
