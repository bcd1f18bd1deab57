import {
  toIdentityFacts,
  toSendFact,
  type IdentityEvent,
  type SendReply,
} from '../../contacts/identity-facts.ts';
import { getWindowOpening } from '../windows/window-rules.ts';
import type { LedgerEvent, LedgerMessage, LedgerSentEvent } from './ledger-event.ts';
import type { MessageOutcome } from './message-book.ts';
import type { PricingReport } from './reconcile.ts';
import type { ReportedCost } from './reported-cost.ts';

/** A webhook event, as `wabakit/webhooks` parses it, as far as identities, windows and prices need it. Any event of `parseWebhook` fits. */
export interface PlatformEvent extends IdentityEvent {
  /** The business phone number's id. */
  readonly phoneNumberId?: string | undefined;
  /** The group, whose window and messages these are. */
  readonly groupId?: string | undefined;
  /** The emoji of a reaction; one without was taken back. */
  readonly reaction?: { readonly emoji?: string | undefined } | undefined;
  /** The type of an interactive answer. */
  readonly interactive?: { readonly type?: string | undefined } | undefined;
  readonly wamid?: string | undefined;
  readonly status?: string | readonly string[] | undefined;
  readonly direction?: string | undefined;
  readonly event?: unknown;
  readonly referral?: { readonly source_type?: string | undefined } | undefined;
  readonly pricing?:
    | {
        readonly billable?: boolean | undefined;
        readonly pricing_model?: string | undefined;
        readonly type?: string | undefined;
        readonly category?: string | undefined;
        readonly subtype?: string | undefined;
        readonly cost?: ReportedCost | undefined;
      }
    | undefined;
}

const arrived: readonly unknown[] = ['delivered', 'read', 'played'];

const getUser = ({ waId, bsuid, parentBsuid }: PlatformEvent): string | undefined =>
  waId ?? bsuid ?? parentBsuid;

function windowEvent(event: PlatformEvent, kind: 'inbound' | 'call'): LedgerEvent | undefined {
  const { phoneNumberId, at, referral } = event;
  const user = event.groupId ?? getUser(event);
  if (phoneNumberId === undefined || user === undefined || at === undefined) return undefined;
  return { kind, phoneNumberId, user, at, entry: referral?.source_type === 'ad' ? 'ad' : undefined };
}

function statusEvent(event: PlatformEvent): MessageOutcome | undefined {
  const { wamid, at, status } = event;
  if (wamid === undefined || at === undefined) return undefined;
  if (status === 'failed') return { kind: 'failed', id: wamid, at };
  if (!arrived.includes(status)) return undefined;
  const recipient = event.groupId === undefined ? undefined : getUser(event);
  return { kind: 'delivered', id: wamid, at, recipient, cost: event.pricing?.cost };
}

function pricedEvent(event: PlatformEvent): LedgerEvent | undefined {
  if (event.kind === 'status') return statusEvent(event);
  const opening = getWindowOpening(event);
  return opening && windowEvent(event, opening);
}

/**
 * Turns a webhook event into what it means for identities, windows and prices: what it attests about ids; a message or call of the user opens a window
 * (`windowRules` says which count); the first status that shows a message arrived (delivered, or read where that one was lost) prices it; a failure
 * costs nothing. Everything else gives nothing.
 *
 * Only an ad referral counts as a free entry point: whether the user was on Android or iOS no webhook tells, and boosted posts do not qualify.
 *
 * @example
 * for (const event of parseWebhook(bytes)) for (const one of toLedgerEvents(event)) ledger.record(one);
 */
export function toLedgerEvents(event: PlatformEvent): LedgerEvent[] {
  const events: LedgerEvent[] = toIdentityFacts(event).map((fact) => ({ kind: 'identity', ...fact }));
  const priced = pricedEvent(event);
  if (priced !== undefined) events.push(priced);
  return events;
}

/**
 * Turns the result of a send into the ledger's `sent` event, with what Meta's answer attests about the recipient.
 *
 * @example
 * const result = await wa.messages.sendText({ to, body });
 * ledger.record(toSentEvent(result, { phoneNumberId, user: to, category: 'service', at: Date.now() }));
 */
export function toSentEvent(
  result: SendReply & { readonly wamid: string },
  message: LedgerMessage & {
    /** When Meta accepted it, in epoch milliseconds. */
    readonly at: number;
  },
): LedgerSentEvent {
  const identity = message.group === true ? undefined : toSendFact(result, message.at);
  return { ...message, kind: 'sent', id: result.wamid, ...(identity && { identity }) };
}

/**
 * Takes the price that Meta reports out of a status event, for `reconcile`; gives nothing for any other event and for statuses without one.
 *
 * @example
 * reconcile(ledger, events.flatMap(toPricingReports)).agreed; // 5
 */
export function toPricingReports(event: PlatformEvent): PricingReport[] {
  const { wamid, pricing, status } = event;
  if (event.kind !== 'status' || wamid === undefined || pricing === undefined || status === 'failed')
    return [];
  const recipient = event.groupId === undefined ? undefined : getUser(event);
  const { category, type, billable, subtype, pricing_model: model, cost } = pricing;
  return [{ id: wamid, recipient, category, type, billable, subtype, model, cost }];
}
