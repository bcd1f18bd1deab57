import { UsageError } from '../../errors/usage-error.ts';
import type { WebhookHandlers } from './dispatch.ts';
import type { WebhookHandlerOptions } from './handler-options.ts';

const handlerNames: Readonly<Record<keyof WebhookHandlers, true>> = {
  any: true,
  message: true,
  status: true,
  paymentStatus: true,
  callStatus: true,
  userAction: true,
  error: true,
  call: true,
  consent: true,
  userIdChange: true,
  contactSync: true,
  conversion: true,
  history: true,
  historyMessage: true,
  messageEcho: true,
  standbyMessage: true,
  standbyStatus: true,
  standbyEcho: true,
  handover: true,
  groupLifecycle: true,
  groupParticipants: true,
  groupSettings: true,
  groupStatus: true,
  accountUpdate: true,
  accountAlert: true,
  accountReview: true,
  accountSettings: true,
  businessCapability: true,
  partnerSolution: true,
  paymentConfiguration: true,
  phoneNumberQuality: true,
  phoneNumberName: true,
  security: true,
  businessUsername: true,
  templateStatus: true,
  templateQuality: true,
  templateComponents: true,
  templateCategory: true,
  templateCategoryDetection: true,
  flow: true,
  unknown: true,
};

const isMissing = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 || value.some(isMissing) : !value;

/**
 * Checks what types cannot: secrets that are empty because an environment variable is not set, and misspelt kinds.
 *
 * @throws {UsageError}
 */
export function checkOptions({ appSecret, verifyToken, on = {} }: WebhookHandlerOptions): void {
  const missing = Object.entries({ appSecret, verifyToken })
    .filter(([, value]) => isMissing(value))
    .map(([path]) => ({ path, message: 'is missing or empty: is its environment variable set?' }));
  const kinds = Object.keys(handlerNames).join(', ');
  const misspelt = Object.keys(on)
    .filter((name) => !Object.hasOwn(handlerNames, name))
    .map((name) => ({ path: `on.${name}`, message: `is no kind of event; the kinds are ${kinds}` }));
  const issues = [...missing, ...misspelt];
  if (issues.length > 0)
    throw new UsageError({ summary: 'createWebhookHandler cannot work with these options.', issues });
}
