import { RecentMap } from '../../shared/recent-map.ts';
import type { LedgerDeliveredEvent, LedgerFailedEvent, LedgerSentEvent } from './ledger-event.ts';

/** How many statuses that came early, and settled ids, are kept at least. */
const kept = 10_000;

/** A message that Meta accepted and that is not priced yet; for a group, with the members it has reached. */
export interface PendingMessage extends LedgerSentEvent {
  readonly reached?: readonly string[] | undefined;
}

/** What became of a message. */
export type MessageOutcome = LedgerDeliveredEvent | LedgerFailedEvent;

/**
 * The messages between the API's answer and their delivery. A status may overtake the answer, so that the last 10,000 statuses of unknown messages wait for it; and
 * the ids of the last 10,000 settled messages are kept, so that nothing is priced twice when a log is played again.
 */
export class MessageBook {
  readonly #pending = new Map<string, PendingMessage>();
  readonly #early = new RecentMap<readonly MessageOutcome[]>(kept);
  readonly #settled = new RecentMap<true>(kept);

  /** Takes a message in; gives the statuses that came before it. */
  add(message: PendingMessage): readonly MessageOutcome[] {
    const { id } = message;
    if (this.#settled.get(id) || this.#pending.has(id)) return [];
    this.#pending.set(id, message);
    const early = this.#early.get(id) ?? [];
    this.#early.delete(id);
    return early;
  }

  /**
   * Takes a delivery in; gives the message that is to be priced now, nothing for a repetition or a message that is not known yet. `resolve` gives
   * the person behind an id of a group member.
   */
  deliver(event: LedgerDeliveredEvent, resolve: (id: string) => string): PendingMessage | undefined {
    const { id, recipient } = event;
    const message = this.#pending.get(id);
    if (message === undefined) {
      this.wait(event);
      return undefined;
    }
    if (message.group !== true) {
      this.settle(id);
      return message;
    }
    if (recipient === undefined) return undefined;
    const member = resolve(recipient);
    // Resolved now: the first delivery may have shown another id of the member.
    if (message.reached?.some((one) => resolve(one) === member) === true) return undefined;
    this.#pending.set(id, { ...message, reached: [...(message.reached ?? []), recipient] });
    return message;
  }

  /** Takes a failure in. */
  fail(event: LedgerFailedEvent): void {
    if (this.#pending.has(event.id)) this.settle(event.id);
    else this.wait(event);
  }

  /** Lets a status wait for its message. */
  wait(event: MessageOutcome): void {
    if (this.#settled.get(event.id)) return;
    this.#early.set(event.id, [...(this.#early.get(event.id) ?? []), event]);
  }

  /** Ends a message. */
  settle(id: string): void {
    this.#pending.delete(id);
    this.#settled.set(id, true);
  }

  /** Drops messages that were accepted before an instant. */
  forget(before: number): void {
    for (const [id, message] of this.#pending) if (message.at < before) this.#pending.delete(id);
  }

  /** The messages that wait for their delivery. */
  pending(): PendingMessage[] {
    return [...this.#pending.values()];
  }

  /** The statuses that wait for their message. */
  early(): MessageOutcome[] {
    return this.#early.entries().flatMap(([, outcomes]) => outcomes);
  }

  /** The ids of the messages that were settled last. */
  settled(): string[] {
    return this.#settled.entries().map(([id]) => id);
  }
}
