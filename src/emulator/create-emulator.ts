import { contactKey } from '../contacts/contact-key.ts';
import { toDigits } from '../shared/phone-number.ts';
import { UsageError } from '../errors/usage-error.ts';
import { createEngine, getClientOptions } from './core/client-options.ts';
import { answer } from './http/answer.ts';
import { getBill } from './messages/billing.ts';
import type { Emulator, EmulatorServer, EmulatorWebhook } from './core/emulator.ts';
import { createCore, load, save, type Core } from './core/core.ts';
import type { JournalEntry } from './kernel/journal.ts';
import type { EmulatorOptions } from './core/options.ts';
import { exportAsTest } from './testing/export-as-test.ts';
import { toPhoneMessage } from './phones/phone-message.ts';
import { createPhone, type PhoneOptions } from './phones/phone.ts';
import { findWaId, inventBsuid, keepUser } from './users/user-store.ts';
import { routes } from './routes/index.ts';
import { reviewOfficialAccount } from './routes/official-account.ts';
import { resolveOptions } from './core/resolve-options.ts';
import { freeze, thaw } from './core/snapshot.ts';
import { verifySubscription } from './webhooks/verify-subscription.ts';
import { helloWorld, helloWorldId } from './templates/hello-world.ts';
import { findTemplate } from './templates/template-lookup.ts';
import { createTemplateReviewer } from './templates/template-reviewer.ts';
import { addTemplate } from './templates/template-store.ts';
import { waitForEntry, waitForMessage, type WaitOptions } from './testing/wait-for.ts';

function createWebhook({ context, timeline, deliveries }: Core): EmulatorWebhook {
  const { settings } = context;
  let lastId = 0;
  return {
    async subscribe(target, options = {}) {
      await verifySubscription(
        target,
        options.verifyToken ?? settings.verifyToken,
        String(1_158_201_444 + lastId),
      );
      const id = ++lastId;
      const { appSecret = settings.appSecret, fields = [], idle } = options;
      deliveries.subscriptions.set(id, { id, target, appSecret, fields, idle });
      return {
        unsubscribe: () => {
          deliveries.subscriptions.delete(id);
        },
      };
    },
    batch: (size) => {
      deliveries.batch(size);
    },
    async send({ field, value }) {
      context.notify({ field, value });
      await timeline.waitForIdle();
    },
    async redeliver(entryNumber) {
      const entry = context.journal.webhooks.find(({ number }) => number === entryNumber);
      if (entry === undefined)
        throw new UsageError({ summary: `The journal holds no webhook with the number ${entryNumber}.` });
      deliveries.redeliver(entry);
      await timeline.waitForIdle();
    },
  };
}

function normalise(number: string): string {
  const waId = toDigits(number);
  if (/^[1-9]\d{6,14}$/.test(waId)) return waId;
  throw new UsageError({
    summary: 'No phone of the emulator can have this number.',
    issues: [
      {
        path: 'number',
        message: `${JSON.stringify(number)} is not a country code and number of 7 to 15 digits; write it as '+5511987654321'`,
        limit: 15,
      },
    ],
  });
}

/**
 * Starts WhatsApp's Cloud API in memory: it takes and refuses messages as Meta does, keeps the windows, sends signed webhooks, bills with the
 * calculator of `wabakit/pricing`, and lets you hold your customers' phones and move time.
 *
 * Throws a `UsageError` for options that cannot work and for a receiver of webhooks that fails the handshake.
 *
 * @example
 * const emulator = await createEmulator({ webhook: { handler } });
 * const ana = emulator.phone('+5511987654321');
 * await ana.say('Where is my order?'); // your handler has ended, and what it sent has arrived
 * ana.lastMessage?.text; // 'It ships on Monday.'
 * await emulator.clock.advance('25h'); // the customer service window has closed
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = resolveOptions(options);
  const core = createCore(settings);
  const { context, timeline, faults, listeners, inFlight } = core;
  const parts = {
    context,
    routes,
    faults,
    asleep: (asleep: boolean) => {
      inFlight.count += asleep ? -1 : 1;
    },
  };
  const webhook = createWebhook(core);
  const servers = new Set<EmulatorServer>();
  for (const template of options.templates ?? []) addTemplate(context, template, 'APPROVED');
  if (findTemplate(context, helloWorld.name, helloWorld.language) === undefined)
    addTemplate(context, helloWorld, 'APPROVED', undefined, helloWorldId);
  const beginning = freeze(save(core));
  const target = options.webhook?.handler ?? options.webhook?.url;
  if (target !== undefined) await webhook.subscribe(target, { idle: options.webhook?.idle });

  async function fetch(input: Request | string | URL, init?: RequestInit): Promise<Response> {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    inFlight.count += 1;
    try {
      return await answer(parts, request);
    } finally {
      inFlight.count -= 1;
    }
  }
  const httpEngine = createEngine(fetch);

  const emulator: Emulator = {
    accessToken: settings.accessToken,
    phoneNumberId: settings.phoneNumberId,
    wabaId: settings.wabaId,
    appSecret: settings.appSecret,
    verifyToken: settings.verifyToken,
    clientOptions: getClientOptions(settings, httpEngine),
    engine: httpEngine,
    fetch,
    async listen(listenOptions = {}) {
      const { serveEmulator } = await import('./server.ts');
      const server = await serveEmulator({ core, emulator }, listenOptions);
      servers.add(server);
      return server;
    },
    clock: timeline.clock,
    webhook,
    templates: createTemplateReviewer(context, () => timeline.waitForIdle()),
    phone(number, phoneOptions: PhoneOptions = {}) {
      const digits = normalise(number);
      const { phoneNumberId = settings.phoneNumberId, waId: givenWaId, ...about } = phoneOptions;
      const waId = givenWaId === undefined ? findWaId(context, digits) : normalise(givenWaId);
      const record = context.state.phoneNumbers.get(phoneNumberId);
      if (record === undefined)
        throw new UsageError({ summary: `The business has no phone number with the id ${phoneNumberId}.` });
      for (const key of [contactKey(digits), contactKey(waId)])
        if (key !== waId) context.state.waIdByNumber.set(key, waId);
      const user = Object.assign(keepUser(context, waId), about);
      if (user.hidesNumber === true) user.bsuid ??= inventBsuid(context, waId);
      for (const id of [user.bsuid, user.parentBsuid])
        if (id !== undefined) context.state.userByBsuid.set(id, waId);
      context.heldPhones.add(waId);
      return createPhone(context, record, waId, () => timeline.waitForIdle({ soon: true }));
    },
    injectFault(rule) {
      const id = faults.add(rule);
      return () => {
        faults.remove(id);
      };
    },
    reviewOfficialAccount(status, { phoneNumberId = settings.phoneNumberId, message } = {}) {
      reviewOfficialAccount(context, phoneNumberId, status, message);
    },
    expireToken(expired = true) {
      context.state.tokenExpired = expired;
    },
    get messages() {
      return [...context.state.messages.values()].map((message) => ({
        ...toPhoneMessage(message, context.state.templates.get(message.templateId ?? '')),
        waId: message.waId,
      }));
    },
    exportAsTest: (runner = 'vitest') => exportAsTest(context, runner),
    journal: context.journal,
    waitFor: <Entry extends JournalEntry>(
      fits: (entry: JournalEntry) => boolean,
      waitOptions: WaitOptions = {},
    ) => waitForEntry(emulator, settings.waitTimeout, (entry): entry is Entry => fits(entry), waitOptions),
    waitForMessage: (expected, waitOptions = {}) =>
      waitForMessage(emulator, settings.waitTimeout, expected, waitOptions),
    waitForIdle: () => timeline.waitForIdle(),
    bill: () => getBill(context),
    get counts() {
      return context.state.counts;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async reset() {
      faults.clear();
      context.heldPhones.clear();
      context.journal.reset();
      core.deliveries.batch(1);
      load(core, thaw(beginning, context.state));
      await timeline.waitForIdle();
    },
    snapshot: () => freeze(save(core)),
    async restore(text) {
      load(core, thaw(text, context.state));
      await timeline.waitForIdle();
    },
    async close() {
      timeline.stop();
      await Promise.all([...servers].map((server) => server.close()));
      servers.clear();
    },
  };
  return emulator;
}
