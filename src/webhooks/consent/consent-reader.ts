import type { WebhookEvent } from '../events/event.ts';

/** Returns the events with a `consent` event after each one that tells of a choice; `loadConsentReader` makes it. */
export type ConsentReader = (events: readonly WebhookEvent[]) => WebhookEvent[];
