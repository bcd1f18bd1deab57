import type { Issue } from '../../shared/issue.ts';

/** The parameters of a send by their names on the wire. */
const parameterNames: Readonly<Record<string, string>> = {
  biz_opaque_callback_data: 'callbackData',
  recipient_identity_key_hash: 'recipientIdentityKeyHash',
  messaging_account_id: 'messagingAccountId',
  ttl_seconds: 'ttlSeconds',
  direct_send_config: 'directSendConfig',
};

let validate: ((body: unknown) => Issue[]) | undefined;

/** Resolves to what is wrong with the body of a message, each parameter of a send by the name that the caller wrote. */
export async function checkMessage(body: unknown): Promise<Issue[]> {
  // The rules of all kinds of messages, and zod, are loaded with the first message that they are for. `sendText` does without.
  validate ??= (await import('../../schemas/message.ts')).validateMessage;
  return validate(body).map((issue) => {
    const [first = '', ...rest] = issue.path.split('.');
    return { ...issue, path: [parameterNames[first] ?? first, ...rest].join('.') };
  });
}
