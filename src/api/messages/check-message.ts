import type { Issue } from '../../shared/issue.ts';

/** The parameters of a send by their names on the wire. */
const parameterNames: Readonly<Record<string, string>> = {
  biz_opaque_callback_data: 'callbackData',
  recipient_identity_key_hash: 'recipientIdentityKeyHash',
  messaging_account_id: 'messagingAccountId',
  ttl_seconds: 'ttlSeconds',
  direct_send_config: 'directSendConfig',
};

/** Returns what is wrong with the body of a message, each parameter of a send by the name that the caller wrote. */
export type MessageCheck = (body: unknown) => Issue[];

let check: MessageCheck | undefined;

/** Loads the rules of all kinds of messages, and zod. `sendText` does without. */
export async function loadMessageCheck(): Promise<MessageCheck> {
  if (check !== undefined) return check;
  const { validateMessage } = await import('../../schemas/message.ts');
  check = (body) =>
    validateMessage(body).map((issue) => {
      const [first = '', ...rest] = issue.path.split('.');
      return { ...issue, path: [parameterNames[first] ?? first, ...rest].join('.') };
    });
  return check;
}
