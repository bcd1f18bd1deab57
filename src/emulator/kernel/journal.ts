/** A call that reached the emulator, and its answer. */
export interface RequestEntry {
  readonly kind: 'request';
  readonly number: number;
  /** Virtual time, epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Without the version: `/106540352242922/messages`. */
  readonly path: string;
  readonly query: string;
  readonly version: string;
  /** The body as parsed, files as their names and sizes; `undefined` without one. */
  readonly body: unknown;
  readonly status: number;
  readonly reply: unknown;
  readonly fbtraceId: string;
  /** How long the answer took, in virtual milliseconds. */
  readonly milliseconds: number;
}

/** One try to hand over a webhook. */
export interface WebhookAttempt {
  readonly at: number;
  /** The HTTP status of the receiver; `undefined` when there was none. */
  readonly status: number | undefined;
  /** Why there was no status. */
  readonly error?: string | undefined;
  /** How long the answer took, in virtual milliseconds. */
  readonly milliseconds: number;
}

/** A webhook: what was sent, and how each try went. */
export interface WebhookEntry {
  readonly kind: 'webhook';
  readonly number: number;
  readonly at: number;
  readonly field: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** The user it is about. */
  readonly about: string | undefined;
  /** The URL it goes to; `handler` for a function. */
  readonly target: string | undefined;
  /** The exact text that went out, escaped as Meta escapes it. */
  readonly body: string;
  /** `X-Hub-Signature-256`. */
  signature: string;
  readonly attempts: WebhookAttempt[];
  /** `lost` after seven days without a 200; `unsent` when nothing was subscribed. */
  outcome: 'pending' | 'delivered' | 'lost' | 'unsent';
}

/** An entry of the journal. */
export type JournalEntry = RequestEntry | WebhookEntry;

/** What went in and out, newest last. Only the newest are kept (`journalLimit`), so that long runs stay small. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  readonly requests: readonly RequestEntry[];
  readonly webhooks: readonly WebhookEntry[];
  /** How many entries there were in all, the forgotten ones included. */
  readonly total: number;
  /** Forgets all entries; numbers go on. */
  clear(): void;
}

export interface JournalKeeper extends Journal {
  add(entry: Omit<RequestEntry, 'number'>): RequestEntry;
  add(entry: Omit<WebhookEntry, 'number'>): WebhookEntry;
  reset(): void;
}

/** Keeps the newest `limit` entries; drops a batch at a time, because dropping one by one moves the whole list. */
export function createJournal(limit: number): JournalKeeper {
  const entries: JournalEntry[] = [];
  let total = 0;
  const kept = (): readonly JournalEntry[] => entries.slice(-limit);

  const add = (entry: Omit<RequestEntry, 'number'> | Omit<WebhookEntry, 'number'>): JournalEntry => {
    total += 1;
    const numbered: JournalEntry = { ...entry, number: total };
    entries.push(numbered);
    if (entries.length >= 2 * limit) entries.splice(0, entries.length - limit);
    return numbered;
  };

  return {
    get entries() {
      return kept();
    },
    get requests() {
      return kept().filter((entry) => entry.kind === 'request');
    },
    get webhooks() {
      return kept().filter((entry) => entry.kind === 'webhook');
    },
    get total() {
      return total;
    },
    clear: () => {
      entries.length = 0;
    },
    reset: () => {
      entries.length = 0;
      total = 0;
    },
    add: add as JournalKeeper['add'],
  };
}
