import { UsageError } from '../../errors/usage-error.ts';
import { signPayload } from '../../webhooks/receiver/signature.ts';
import type { FaultEffect, FaultContext, FaultRule, Faults } from '../faults/faults.ts';
import { createFifo, type Fifo } from '../time/fifo.ts';
import type { WebhookEntry } from '../kernel/journal.ts';
import { chance } from '../kernel/random.ts';
import { createDeliveryWarnings } from './delivery-warnings.ts';
import { postWebhook } from './post-webhook.ts';
import { webhookBody } from './webhook-body.ts';
import type { WebhookTarget } from '../kernel/webhook-target.ts';
import type { Notice, EmulatorContext } from '../kernel/emulator-context.ts';

/** A receiver of webhooks. */
interface Subscription {
  readonly id: number;
  readonly target: string | WebhookTarget;
  readonly appSecret: string;
  /** Only these fields; all when empty. */
  readonly fields: readonly string[];
  /** Resolves once the receiver has processed what it accepted. */
  readonly idle: (() => Promise<void>) | undefined;
}

/** A webhook on its way to one receiver; plain data, so that a snapshot can hold it. */
export interface Delivery {
  readonly id: number;
  readonly entry: WebhookEntry;
  readonly subscription: number;
  /** The user it is about: webhooks about one user keep their order. */
  readonly about: string | undefined;
  readonly firstAt: number;
}

export interface Deliveries {
  readonly subscriptions: Map<number, Subscription>;
  enqueue(notice: Notice): void;
  /** Sends what waits to be batched. */
  flush(): void;
  /** Tries a delivery that fell due. */
  attempt(id: number): void;
  /** How many changes of one instant may share a POST. */
  batch(size: number): void;
  /** Sends a webhook once more, as it was. */
  redeliver(entry: WebhookEntry): void;
  readonly underWay: number;
  /** Whether a webhook went out over the network since this was last asked. */
  wentOut(): boolean;
  save(): readonly Delivery[];
  load(saved: readonly Delivery[]): void;
}

const sevenDays = 7 * 86_400_000;
const longestHold = 3_000;
const mostInBatch = 1_000;
const lanes = 16;

/** How long Meta waits after a failed try: soon at first, then less and less often. Its own steps are not published. */
const redeliveryDelay = (attempts: number): number => Math.min(5_000 * 3 ** (attempts - 1), 6 * 3_600_000);

export function createDeliveries(
  context: EmulatorContext,
  parts: {
    readonly faults: Faults;
    readonly isRunning: () => boolean;
    readonly done: () => void;
    /** Counts work of a receiver as under way until it ends. */
    readonly track: (work: Promise<unknown>) => void;
  },
): Deliveries {
  const subscriptions = new Map<number, Subscription>();
  const pending = new Map<number, Delivery>();
  const queues = new Map<number, Fifo<Delivery>>();
  let waiting: Notice[] = [];
  let batchSize = 1;
  let underWay = 0;
  let nextId = 1;
  let network = false;
  const warnings = createDeliveryWarnings();

  const meet = (
    { entry, about }: Delivery,
    wanted: (rule: FaultRule) => boolean,
  ): FaultEffect | undefined => {
    const delivered: FaultContext = {
      on: 'webhook',
      method: 'POST',
      path: `${entry.field} ${Object.keys(entry.value).join(' ')}`,
      to: about,
      type: undefined,
      template: undefined,
    };
    return parts.faults.meet(delivered, wanted);
  };

  const tryOnce = async (delivery: Delivery): Promise<void> => {
    const { entry } = delivery;
    const subscription = subscriptions.get(delivery.subscription);
    if (subscription === undefined) {
      pending.delete(delivery.id);
      entry.outcome = 'unsent';
      return;
    }
    network ||= typeof subscription.target === 'string';
    entry.signature = await signPayload(subscription.appSecret, entry.body);
    const lost = meet(delivery, ({ drop }) => drop !== undefined);
    const at = context.now();
    const answer = lost
      ? { status: undefined, error: 'lost on purpose' }
      : await postWebhook(subscription.target, entry.body, entry.signature, parts.track);
    // Not awaited here: a handler may wait for the next webhook, which comes through the same lane.
    parts.track((async () => subscription.idle?.())());
    entry.attempts.push({ at, ...answer, milliseconds: context.now() - at });
    if (answer.status === 200) {
      entry.outcome = 'delivered';
      pending.delete(delivery.id);
    } else {
      if (!lost) warnings.refused(entry.target, answer.status, answer.error);
      const delay = redeliveryDelay(entry.attempts.length);
      if (context.now() + delay > delivery.firstAt + sevenDays) {
        entry.outcome = 'lost';
        pending.delete(delivery.id);
      } else context.schedule(delay, { kind: 'attempt', delivery: delivery.id });
    }
    context.emit({ kind: 'webhook', at, entry });
  };

  const work = async (queue: Fifo<Delivery>): Promise<void> => {
    for (let next = queue.peek(); next !== undefined; next = queue.peek()) {
      await tryOnce(next);
      queue.take();
      underWay -= 1;
      if (underWay === 0) parts.done();
    }
  };

  const launch = (delivery: Delivery): void => {
    // One at a time while time stands still, so that runs are the same; side by side, but in order for each user, while it runs.
    const lane = parts.isRunning() ? Math.floor(lanes * chance(0, delivery.about ?? '')) : 0;
    let queue = queues.get(lane);
    if (queue === undefined) queues.set(lane, (queue = createFifo()));
    underWay += 1;
    queue.add(delivery);
    if (queue.size === 1) void work(queue);
  };

  const start = (entry: WebhookEntry, subscription: number, about: string | undefined): void => {
    const make = (): Delivery => {
      const delivery = { id: nextId++, entry, subscription, about, firstAt: context.now() };
      pending.set(delivery.id, delivery);
      return delivery;
    };
    const first = make();
    const failure = meet(first, ({ drop }) => drop === undefined);
    const copies = Array.from({ length: (failure?.copies ?? 1) - 1 }, make);
    const held =
      failure?.reorder === true
        ? 1 + Math.floor(longestHold * chance(context.settings.seed, 'hold', String(first.id)))
        : 0;
    const delay = held + (failure?.delay ?? 0);
    for (const delivery of [first, ...copies])
      if (delay > 0) context.schedule(delay, { kind: 'attempt', delivery: delivery.id });
      else launch(delivery);
  };

  const send = (notices: readonly Notice[]): void => {
    const [first] = notices;
    if (first === undefined) return;
    const at = context.now();
    // Webhooks of the field messages carry no time on the entry; all others do.
    const time = first.field === 'messages' ? {} : { time: Math.floor(at / 1000) };
    const body = webhookBody({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: context.state.waba.id,
          ...time,
          changes: notices.map(({ field, value }) => ({ value, field })),
        },
      ],
    });
    const wanted = [...subscriptions.values()].filter(
      ({ fields }) => fields.length === 0 || fields.includes(first.field),
    );
    const shared = {
      kind: 'webhook',
      at,
      field: first.field,
      value: first.value,
      body,
      about: first.about,
    } as const;
    if (subscriptions.size === 0 && 'messages' in first.value && context.heldPhones.has(first.about ?? ''))
      warnings.unheard();
    if (wanted.length === 0)
      context.emit({
        kind: 'webhook',
        at,
        entry: context.journal.add({
          ...shared,
          target: undefined,
          signature: '',
          attempts: [],
          outcome: 'unsent',
        }),
      });
    for (const { id, target } of wanted)
      start(
        context.journal.add({
          ...shared,
          target: typeof target === 'string' ? target : 'handler',
          signature: '',
          attempts: [],
          outcome: 'pending',
        }),
        id,
        first.about,
      );
  };

  const flush = (): void => {
    const notices = waiting;
    waiting = [];
    for (const field of new Set(notices.map((notice) => notice.field))) {
      const same = notices.filter((notice) => notice.field === field);
      for (let from = 0; from < same.length; from += batchSize) send(same.slice(from, from + batchSize));
    }
  };

  return {
    subscriptions,
    flush,
    enqueue(notice) {
      if (batchSize === 1) {
        send([notice]);
        return;
      }
      // What else is due at this instant has been scheduled before, and joins.
      if (waiting.length === 0) context.schedule(0, { kind: 'flush' });
      waiting.push(notice);
    },
    attempt(id) {
      const delivery = pending.get(id);
      if (delivery) launch(delivery);
    },
    batch(size) {
      if (!Number.isInteger(size) || size < 1 || size > mostInBatch)
        throw new UsageError({
          summary: 'Webhooks cannot be batched like this.',
          issues: [
            {
              path: 'size',
              message: `is ${size}; Meta puts 1 to 1,000 changes into a POST`,
              limit: mostInBatch,
            },
          ],
        });
      batchSize = size;
    },
    redeliver(entry) {
      for (const { id } of subscriptions.values()) {
        const again = { id: nextId++, entry, subscription: id, about: entry.about, firstAt: context.now() };
        pending.set(again.id, again);
        launch(again);
      }
    },
    get underWay() {
      return underWay;
    },
    wentOut() {
      const went = network;
      network = false;
      return went;
    },
    save: () => [...pending.values()],
    load(saved) {
      pending.clear();
      for (const delivery of saved) pending.set(delivery.id, delivery);
      nextId = saved.reduce((most, { id }) => Math.max(most, id + 1), 1);
    },
  };
}
