import type { Confidence } from '../values/confidence.ts';

/** Whether something that arrives by webhook opens or refreshes the customer service window. */
export interface WindowRule {
  /** The kind of the event, as `wabakit/webhooks` names it; `*` for every kind without a row. */
  readonly event: string;
  /** What of that kind: the type of a message, of an interactive answer, the direction of a call. `undefined` for all of it. */
  readonly content: string | undefined;
  /** Whether it opens the window. `false` where that is not certain enough: then `confidence` is `low`. */
  readonly opens: boolean;
  /** How certain this is. `low`: no page and no report says it, and a window that is taken for closed does less harm. */
  readonly confidence: Confidence;
  /** Meta's page that says so, or what is concluded from. */
  readonly source: string;
  /** What to know about it. */
  readonly note?: string | undefined;
}

const servicePage = 'Meta, "Service messages": a user messages or calls you';
const pricingPage = 'Meta, "Pricing on the WhatsApp Business Platform", customer service windows';
const nowhere = 'no page says so';

const message = (
  content: string,
  opens: boolean,
  confidence: Confidence,
  source = servicePage,
  note?: string,
): WindowRule => ({ event: 'message', content, opens, confidence, source, note });

const neverOpens = (event: string, source: string, note?: string): WindowRule => ({
  event,
  content: undefined,
  opens: false,
  confidence: 'high',
  source,
  note,
});

/**
 * What counts as "the user wrote": a row for each type of message and each kind of event that is about a user. What is not certain does not open the
 * window, and its row says so. `toLedgerEvents` and the emulator follow this table.
 *
 * Sources: the pages named in each row, read in November 2026.
 *
 * @example
 * windowRules.find(({ event, content }) => event === 'message' && content === 'system')?.opens; // false
 */
export const windowRules: readonly WindowRule[] = [
  message('text', true, 'high'),
  message('image', true, 'high'),
  message('video', true, 'high'),
  message('audio', true, 'high'),
  message('document', true, 'high'),
  message('sticker', true, 'high'),
  message('location', true, 'high'),
  message('contacts', true, 'high'),
  message('order', true, 'high'),
  message('button', true, 'high', 'Meta, "Button messages webhook reference": the user taps a quick reply'),
  message('interactive: button_reply', true, 'high', 'Meta, "Interactive messages webhook reference"'),
  message('interactive: list_reply', true, 'high', 'Meta, "Interactive messages webhook reference"'),
  message(
    'interactive: nfm_reply',
    true,
    'high',
    'Meta, "Flows: receive the response"',
    'a completed Flow or address',
  ),
  message(
    'interactive: call_permission_reply',
    false,
    'low',
    nowhere,
    'WhatsApp also sends it without a tap (`response_source: automatic`)',
  ),
  message('interactive: payment_method', false, 'low', nowhere, 'how a user in Brazil paid'),
  message('interactive', false, 'low', nowhere, 'any other answer'),
  message('reaction', true, 'medium', 'Meta, "Reaction messages webhook reference": a message of the user'),
  message('reaction taken back', false, 'low', nowhere, 'a reaction without an emoji'),
  message('edit', false, 'low', nowhere, 'the message that it changes has opened the window'),
  message('revoke', false, 'medium', 'concluded: nothing is said'),
  message(
    'unsupported',
    false,
    'low',
    nowhere,
    'it may be a message that cannot be shown, an edit or a vote',
  ),
  message(
    'system',
    false,
    'high',
    'Meta, "System messages webhook reference"',
    'WhatsApp wrote it, not the user',
  ),
  message(
    'request_welcome',
    false,
    'medium',
    'concluded: the chat was opened, nothing written',
    'not sent since March 2026',
  ),
  message('media_placeholder', false, 'high', 'Meta, "history webhook reference"', 'a file of the past'),
  message('unknown', false, 'low', nowhere, 'a type that is newer than this version'),
  {
    event: 'standbyMessage',
    content: 'as message',
    opens: true,
    confidence: 'medium',
    source: 'Meta, "Standby webhooks": a service message may be sent while observing',
    note: 'the window belongs to the number, whoever answers; the type decides as for `message`',
  },
  {
    event: 'call',
    content: 'connect, USER_INITIATED',
    opens: true,
    confidence: 'high',
    source: servicePage,
    note: 'answered or not',
  },
  {
    event: 'call',
    content: 'call_created, USER_INITIATED',
    opens: true,
    confidence: 'medium',
    source: servicePage,
    note: 'SIP sends no `connect`',
  },
  {
    event: 'call',
    content: undefined,
    opens: false,
    confidence: 'high',
    source: servicePage,
    note: 'the end, recording or transcript of a call; a call of the business',
  },
  {
    event: 'callStatus',
    content: 'ACCEPTED',
    opens: true,
    confidence: 'high',
    source: pricingPage,
    note: 'the user takes the call of the business',
  },
  { event: 'callStatus', content: undefined, opens: false, confidence: 'high', source: pricingPage },
  neverOpens(
    'consent',
    'Meta, "user_preferences webhook reference"',
    'a switch; a stop word comes as a message as well',
  ),
  neverOpens('userIdChange', 'Meta, "Business-scoped user IDs"'),
  neverOpens(
    'contactSync',
    'Meta, "smb_app_state_sync webhook reference"',
    'the address book of the business',
  ),
  neverOpens('userAction', 'Meta, "Track click events"', 'a click is no message'),
  neverOpens('conversion', 'Meta, "Automatic Events API"'),
  {
    event: 'history',
    content: undefined,
    opens: false,
    confidence: 'low',
    source: nowhere,
    note: 'messages from before the number was connected',
  },
  {
    event: 'historyMessage',
    content: undefined,
    opens: false,
    confidence: 'low',
    source: nowhere,
    note: 'as `history`',
  },
  neverOpens(
    'messageEcho',
    pricingPage,
    'the business wrote in the WhatsApp Business app: windows stay as they are',
  ),
  neverOpens('status', pricingPage, 'templates and read receipts open nothing'),
  neverOpens('paymentStatus', pricingPage),
  neverOpens('standbyStatus', pricingPage),
  neverOpens('standbyEcho', pricingPage, 'another responder wrote'),
  neverOpens('handover', 'Meta, "Conversation Routing"'),
  neverOpens('groupParticipants', 'Meta, "Groups API: webhooks"', 'joining a group is no message'),
  neverOpens('*', servicePage, 'events about groups, accounts, numbers, templates and Flows'),
];

const opening: ReadonlySet<string> = new Set(
  windowRules.flatMap(({ event, content, opens }) => (opens && event === 'message' ? [content ?? ''] : [])),
);

/** An event, as far as it decides whether the window opens. */
export interface WindowOpener {
  readonly kind: string;
  readonly type?: string | undefined;
  readonly reaction?: { readonly emoji?: string | undefined } | undefined;
  readonly interactive?: { readonly type?: string | undefined } | undefined;
  readonly event?: unknown;
  readonly direction?: string | undefined;
  readonly status?: string | readonly string[] | undefined;
}

function isMessageOpening({ type = 'unknown', reaction, interactive }: WindowOpener): boolean {
  if (type === 'interactive') return opening.has(`interactive: ${interactive?.type ?? ''}`);
  if (type === 'reaction') return opening.has(reaction?.emoji ? 'reaction' : 'reaction taken back');
  return opening.has(type);
}

/** Returns what an event is to the windows, by {@link windowRules}: a message or a call of the user; `undefined` if it opens nothing. */
export function getWindowOpening(event: WindowOpener): 'inbound' | 'call' | undefined {
  switch (event.kind) {
    case 'message':
    case 'standbyMessage':
      return isMessageOpening(event) ? 'inbound' : undefined;
    case 'call': {
      const began = event.event === 'connect' || event.event === 'call_created';
      return began && event.direction === 'USER_INITIATED' ? 'call' : undefined;
    }
    case 'callStatus':
      return event.status === 'ACCEPTED' ? 'call' : undefined;
    default:
      return undefined;
  }
}
