import type { Issue } from '../../shared/issue.ts';
import { validateMessage } from '../../schemas/message.ts';

/** The parameters of a send by their names on the wire. */
const parameterNames: Readonly<Record<string, string>> = {
  biz_opaque_callback_data: 'callbackData',
  recipient_identity_key_hash: 'recipientIdentityKeyHash',
  messaging_account_id: 'messagingAccountId',
  ttl_seconds: 'ttlSeconds',
  direct_send_config: 'directSendConfig',
};

/** Returns what is wrong with the body of a message, each parameter of a send by the name that the caller wrote. Never throws. */
export const checkMessage = (body: unknown): Issue[] =>
  validateMessage(body).map((issue) => {
    const [first = '', ...rest] = issue.path.split('.');
    return { ...issue, path: [parameterNames[first] ?? first, ...rest].join('.') };
  });
