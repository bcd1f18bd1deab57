import type { WebhookEvent } from '../webhooks/events/event.ts';

/**
 * The customer service window of a user.
 *
 * @beta
 */
export interface BotWindow {
  /** Whether free-form messages can be sent: the user wrote or called within 24 hours. `false` also if the bot has not heard of it. */
  readonly isOpen: boolean;
  /** When it closes or has closed, in epoch milliseconds; `undefined` if the bot has never heard of the user. */
  readonly closesAt: number | undefined;
  /** How long it stays open, in milliseconds; 0 if it is closed. */
  readonly timeLeft: number;
}

const windowMs = 24 * 3_600_000;

/** Returns the window of a user who last wrote at a time, as it is `at` another. */
export function toWindow(userAt: number | undefined, at: number): BotWindow {
  const closesAt = userAt === undefined ? undefined : userAt + windowMs;
  const timeLeft = closesAt === undefined ? 0 : Math.max(closesAt - at, 0);
  return { isOpen: timeLeft > 0, closesAt, timeLeft };
}

// DATA. The messages that open the window, as `windowRules` of `wabakit/pricing` has them with their sources; a test compares the two. The rules themselves
// would be a tenth of a small bot.
const opening = new Set(
  'text image video audio document sticker location contacts order button button_reply list_reply nfm_reply reaction'.split(
    ' ',
  ),
);

/** Says whether an event opens or refreshes the customer service window. What is not certain does not. */
export function opensWindow(event: WebhookEvent): boolean {
  switch (event.kind) {
    case 'message':
      if (event.type === 'interactive') return opening.has(event.interactive.type);
      return event.type === 'reaction' ? Boolean(event.reaction.emoji) : opening.has(event.type);
    case 'call':
      return /^(connect|call_created)$/.test(event.event) && event.direction === 'USER_INITIATED';
    case 'callStatus':
      return event.status === 'ACCEPTED';
    default:
      return false;
  }
}
