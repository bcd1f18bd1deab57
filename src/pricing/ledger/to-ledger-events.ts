import type { LedgerEvent, LedgerMessage, LedgerSentEvent } from './ledger-event.ts';
import type { PricingReport } from './reconcile.ts';
import type { ReportedCost } from './reported-cost.ts';

/** A webhook event, as `wabakit/webhooks` parses it, as far as windows and prices need it. Events of other kinds are ignored. */
export interface PlatformEvent {
  /** `message`, `status`, `call`, `callStatus`; anything else gives nothing. */
  readonly kind: string;
  readonly phoneNumberId?: string | undefined;
  readonly at?: number | undefined;
  readonly waId?: string | undefined;
  readonly bsuid?: string | undefined;
  readonly groupId?: string | undefined;
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

function windowEvents(event: PlatformEvent, kind: 'inbound' | 'call'): LedgerEvent[] {
  const { phoneNumberId, at, referral } = event;
  const user = event.groupId ?? event.waId ?? event.bsuid;
  if (phoneNumberId === undefined || user === undefined || at === undefined) return [];
  return [{ kind, phoneNumberId, user, at, entry: referral?.source_type === 'ad' ? 'ad' : undefined }];
}

function statusEvents(event: PlatformEvent): LedgerEvent[] {
  const { wamid, at, status } = event;
  if (wamid === undefined || at === undefined) return [];
  if (status === 'failed') return [{ kind: 'failed', id: wamid, at }];
  if (!arrived.includes(status)) return [];
  const recipient = event.groupId === undefined ? undefined : (event.waId ?? event.bsuid);
  return [{ kind: 'delivered', id: wamid, at, recipient, cost: event.pricing?.cost }];
}

/**
 * Turns a webhook event into what it means for windows and prices: a message or call opens a window; the first status that shows a message
 * arrived (delivered, or read where that one was lost) prices it; a failure costs nothing. Everything else gives nothing.
 *
 * Only an ad referral counts as a free entry point: whether the user was on Android or iOS no webhook tells, and boosted posts do not qualify.
 *
 * @example
 * for (const event of parseWebhook(bytes)) for (const one of toLedgerEvents(event)) ledger.record(one);
 */
export function toLedgerEvents(event: PlatformEvent): LedgerEvent[] {
  switch (event.kind) {
    case 'message':
      return windowEvents(event, 'inbound');
    case 'call':
      return event.direction === 'USER_INITIATED' && event.event === 'connect'
        ? windowEvents(event, 'call')
        : [];
    case 'callStatus':
      return event.status === 'ACCEPTED' ? windowEvents(event, 'call') : [];
    case 'status':
      return statusEvents(event);
    default:
      return [];
  }
}

/**
 * Turns the result of a send into the ledger's `sent` event.
 *
 * @example
 * const result = await wa.messages.sendText({ to, body });
 * ledger.record(toSentEvent(result, { phoneNumberId, user: to, category: 'service', at: Date.now() }));
 */
export function toSentEvent(
  result: { readonly wamid: string },
  message: LedgerMessage & {
    /** When Meta accepted it, in epoch milliseconds. */
    readonly at: number;
  },
): LedgerSentEvent {
  return { ...message, kind: 'sent', id: result.wamid };
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
  const recipient = event.groupId === undefined ? undefined : (event.waId ?? event.bsuid);
  const { category, type, billable, subtype, pricing_model: model, cost } = pricing;
  return [{ id: wamid, recipient, category, type, billable, subtype, model, cost }];
}
