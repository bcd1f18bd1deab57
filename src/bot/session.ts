import { inTurn } from '../shared/in-turn.ts';
import { getDueAt, parseRecord, type BotRecord, type Outgoing } from './record.ts';
import type { DialogueStore } from './store/dialogue-store.ts';

/** Options of {@link createSessions}. */
export interface SessionOptions {
  readonly store: DialogueStore;
  /** How long one process may send what is in an outbox before another one takes over, in milliseconds. */
  readonly leaseMs: number;
  /** How long a record is kept after its last change, in milliseconds. */
  readonly keepMs: number;
  /** Carries out one decision. Rejects if it failed; `isFinal` says whether it must not be tried again. */
  readonly carryOut: (outgoing: Outgoing, signal: AbortSignal) => Promise<void>;
  /** Says whether a failed decision is given up. */
  readonly isFinal: (error: unknown, outgoing: Outgoing) => boolean;
}

/** The new value of a record. */
export interface Changed {
  readonly record: BotRecord;
  /** What failed: the record is stored, its outbox is left for later, and the change rejects with this. */
  readonly failure?: { readonly error: unknown } | undefined;
}

/** A change of a record: its new value, or `undefined` to leave it as it is. */
type Change = (record: BotRecord) => Changed | undefined | Promise<Changed | undefined>;

/** The records of the users, and what was decided for them. */
export interface Sessions {
  /**
   * Changes the record of a user and carries out what its outbox holds. Calls for one user run one after another; if another process changes the record
   * meanwhile, the change is made again on the new record, and nothing was sent.
   */
  readonly change: (key: string, change: Change, signal?: AbortSignal) => Promise<void>;
  /** Says whether an error came from the store. */
  readonly isStoreError: (error: unknown) => boolean;
}

/** A record as it is stored. */
interface Held {
  readonly record: BotRecord;
  readonly revision: string | undefined;
}

const maxRaces = 50;
const pollMs = 100;

const tooManyRaces = (): Error =>
  new Error(
    `The dialogue store refused ${maxRaces} writes in a row: other processes write the same key all the time.`,
  );

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Creates the access to the records of a store. */
export function createSessions({ store, leaseMs, keepMs, carryOut, isFinal }: SessionOptions): Sessions {
  const running = new Map<string, Promise<unknown>>();
  const token = crypto.randomUUID();

  const storeErrors = new WeakSet<WeakKey>();

  async function call<Value>(work: Promise<Value>): Promise<Value> {
    try {
      return await work;
    } catch (error) {
      storeErrors.add(Object(error) as WeakKey);
      throw error;
    }
  }

  async function read(key: string): Promise<Held> {
    const stored = await call(store.read(key));
    return { record: parseRecord(stored?.value), revision: stored?.revision };
  }

  /** Stores a record; `undefined` if another process has changed it meanwhile. */
  async function write(key: string, held: Held, record: BotRecord): Promise<Held | undefined> {
    const revision = crypto.randomUUID();
    const isStored = await call(
      store.write(key, {
        value: JSON.stringify(record),
        revision,
        replaces: held.revision,
        expiresAt: Date.now() + keepMs,
        dueAt: getDueAt(record),
      }),
    );
    return isStored ? { record, revision } : undefined;
  }

  const isFree = ({ sender }: BotRecord): boolean =>
    sender === undefined || sender.token === token || sender.until <= Date.now();

  /** Makes this process the sender of what is in the outbox, unless another one is. */
  const claim = (record: BotRecord): BotRecord =>
    record.outbox.length > 0 && isFree(record)
      ? { ...record, sender: { token, until: Date.now() + leaseMs } }
      : record;

  async function update(key: string, first: Held, edit: (record: BotRecord) => BotRecord): Promise<Held> {
    let held = first;
    for (let race = 0; race < maxRaces; race += 1) {
      const written = await write(key, held, edit(held.record));
      if (written !== undefined) return written;
      held = await read(key);
    }
    throw tooManyRaces();
  }

  /** Carries out what is in an outbox, in order, and takes it out one by one. */
  async function deliver(key: string, first: Held, outer: AbortSignal | undefined): Promise<void> {
    let held = first;
    let failure: { readonly error: unknown } | undefined;
    for (let [next] = held.record.outbox; next !== undefined; [next] = held.record.outbox) {
      outer?.throwIfAborted();
      if (!isFree(held.record)) {
        await sleep(pollMs);
        held = await read(key);
        continue;
      }
      if (held.record.sender?.token !== token || held.record.sender.until < Date.now() + leaseMs * 0.75) {
        held = (await write(key, held, claim(held.record))) ?? (await read(key));
        continue;
      }
      const { id } = next;
      const { until } = held.record.sender;
      // A send that goes on for longer than the lease could be made by another process as well.
      const limit = AbortSignal.timeout(Math.max(until - Date.now() - leaseMs / 8, 1));
      const signal = outer === undefined ? limit : AbortSignal.any([outer, limit]);
      let kept: { readonly error: unknown } | undefined;
      try {
        await carryOut(next, signal);
      } catch (error) {
        failure ??= { error };
        if (!isFinal(error, next)) kept = { error };
      }
      held = await update(key, held, (record) => {
        const outbox = kept === undefined ? record.outbox.filter((one) => one.id !== id) : record.outbox;
        const isOver = kept !== undefined || outbox.length === 0;
        return { ...record, outbox, sender: isOver ? undefined : record.sender };
      });
      if (kept !== undefined) throw kept.error;
    }
    if (failure !== undefined) throw failure.error;
  }

  async function run(key: string, change: Change, signal: AbortSignal | undefined): Promise<void> {
    for (let race = 0; race < maxRaces; race += 1) {
      const held = await read(key);
      const changed = await change(held.record);
      if (changed === undefined) return deliver(key, held, signal);
      const { record, failure } = changed;
      const written = await write(key, held, failure === undefined ? claim(record) : record);
      if (written === undefined) continue;
      if (failure !== undefined) throw failure.error;
      return deliver(key, written, signal);
    }
    throw tooManyRaces();
  }

  return {
    change: (key, change, signal) => inTurn(running, key, () => run(key, change, signal)),
    isStoreError: (error) => storeErrors.has(Object(error) as WeakKey),
  };
}
