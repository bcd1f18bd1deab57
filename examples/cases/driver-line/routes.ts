/** What the line answers, and to whom. */
import { buttonId, isText, isType, menu, type Bot, type BotContext, type Dialogue } from 'wabakit/bot';
import { locationRequest, replyButtons } from 'wabakit/messages';
import type { IncomingMessageEvent, WebhookEvent } from 'wabakit/webhooks';
import type { Place } from '../frame.ts';
import { isStop, type Consents } from '../ports.ts';
import { documentKinds, type Driver, type Fleet, type Language } from './data.ts';
import { refusals, texts } from './texts.ts';

/** What a driver agrees to with "Yes, send them". */
export const shiftNotices = 'shift notices';

/** What the bot remembers of somebody who writes. */
export interface LineState {
  /** When somebody was last refused, in epoch milliseconds. */
  refusedAt: number;
  /** Whether a driver was asked about notices. */
  isAsked: boolean;
}

type LineContext<Event extends WebhookEvent = IncomingMessageEvent> = BotContext<Event, LineState, never>;

const day = 86_400_000;

/** Adds the routes to the bot. */
export function addRoutes<Data>(
  bot: Bot<LineState, never>,
  damage: Dialogue<Data>,
  fleet: Fleet,
  consents: Consents,
  { tell }: Pick<Place, 'tell'>,
): void {
  bot.use(async (ctx, next) => {
    const { event, user, state, window } = ctx;
    if (event.kind !== 'message') return next();
    const driver = fleet.find(user.waId);
    const isInGroup = user.groupId !== undefined;
    if (driver !== undefined && !isInGroup) {
      fleet.heardFrom(driver, user.key, window.closesAt ?? 0);
      return next();
    }
    // A group does not hear who is no driver. One answer a day is enough: it costs, and the other side may be a bot.
    if ((driver === undefined && isInGroup) || event.at - state.refusedAt < day) return;
    state.refusedAt = event.at;
    if (driver !== undefined) await ctx.reply(texts[driver.language].inGroup);
    else await ctx.reply(user.waId === undefined ? refusals.hidden : refusals.unknown);
  });

  /** Returns who writes, and the texts in the driver's language. */
  const meet = ({ user }: Pick<LineContext, 'user'>) => {
    const driver = fleet.get(user);
    return { driver, say: texts[driver.language] };
  };

  function getMenu(driver: Driver, lead?: string) {
    const { labels, greeting, options, otherLanguage } = texts[driver.language];
    const isAgreed = consents.has(driver.contact, shiftNotices);
    const common = [
      { id: 'documents', title: labels.documents },
      { id: 'dispatch', title: labels.dispatch },
    ];
    const offShift = [
      { id: buttonId('shift:{change}', { change: 'start' }), title: labels.start },
      ...common,
    ];
    const onShift = [
      { id: 'location', title: labels.location },
      { id: 'damage', title: labels.damage },
      ...common,
      {
        id: buttonId('notices:{choice}', { choice: isAgreed ? 'off' : 'on' }),
        title: isAgreed ? labels.noticesOff : labels.noticesOn,
      },
      { id: buttonId('shift:{change}', { change: 'end' }), title: labels.end },
    ];
    const words = { body: lead ?? greeting(driver.name), button: options, footer: otherLanguage };
    return menu(fleet.shiftOf(driver) === undefined ? offShift : onShift, { name: 'main', ...words }).content;
  }

  function readDocuments({ validUntil, language }: Driver, at: number): readonly string[] {
    const { documents, documentNames } = texts[language];
    return documentKinds.map((kind) => {
      const daysLeft = Math.floor((validUntil[kind] - at) / day);
      const state = daysLeft < 0 ? 'expired' : daysLeft <= 30 ? 'soon' : 'valid';
      return documents[state](documentNames[kind], validUntil[kind], daysLeft);
    });
  }

  async function startShift(ctx: LineContext): Promise<void> {
    const { driver, say } = meet(ctx);
    const { at } = ctx.event;
    if (Object.values(driver.validUntil).some((until) => until < at))
      return ctx.reply([say.cannotStart, ...readDocuments(driver, at)].join('\n'));
    fleet.startShift(driver, at);
    const started = say.onShift(fleet.shiftOf(driver) ?? at);
    if (ctx.state.isAsked) return ctx.reply(getMenu(driver, started));
    ctx.state.isAsked = true;
    const choices = [
      { id: buttonId('notices:{choice}', { choice: 'on' }), title: say.yesNotices },
      { id: buttonId('notices:{choice}', { choice: 'off' }), title: say.noNotices },
    ];
    return ctx.reply(replyButtons({ body: `${started}\n${say.askNotices}`, buttons: choices }));
  }

  async function endShift(ctx: LineContext): Promise<void> {
    const { driver, say } = meet(ctx);
    const began = fleet.endShift(driver, ctx.event.at);
    await ctx.reply(
      getMenu(driver, began === undefined ? say.notOnShift : say.shiftOver(began, ctx.event.at)),
    );
  }

  async function handOver(ctx: LineContext<WebhookEvent>): Promise<void> {
    const { driver, say } = meet(ctx);
    await ctx.handOver('dispatch', `${driver.name}, ${driver.number}`);
    await ctx.reply(say.handedOver);
  }

  async function speak(ctx: LineContext, language: Language): Promise<void> {
    fleet.setLanguage(fleet.get(ctx.user), language);
    // In the middle of a report the question comes again, in the new language.
    await (ctx.dialogue === undefined ? ctx.reply(getMenu(fleet.get(ctx.user))) : ctx.repeat());
  }

  bot.human(['central', 'dispatch'], handOver);
  bot.button('dispatch', handOver);
  bot.command('english', (ctx) => speak(ctx, 'en'));
  bot.command('español', (ctx) => speak(ctx, 'es'));
  bot.command('menu', (ctx) => {
    ctx.leave();
    return ctx.reply(getMenu(fleet.get(ctx.user)));
  });

  bot.button('shift:{change}', (ctx) => (ctx.params.change === 'start' ? startShift(ctx) : endShift(ctx)));
  bot.button('documents', (ctx) => ctx.reply(readDocuments(fleet.get(ctx.user), ctx.event.at).join('\n')));
  bot.button('damage', (ctx) => ctx.start(damage));
  bot.dialogue(damage, { start: isText(/damage|accident|choque|daño/i), expiresAfter: 2 * 3_600_000 });

  bot.button('notices:{choice}', async (ctx) => {
    const { driver, say } = meet(ctx);
    const isWanted = ctx.params.choice === 'on';
    const { wamid, at } = ctx.event;
    if (isWanted) consents.agree(driver.contact, shiftNotices, `tap ${wamid}`, at);
    else consents.withdraw(driver.contact, shiftNotices, `tap ${wamid}`, at);
    await ctx.reply(getMenu(driver, isWanted ? say.noticesAreOn : say.noticesAreOff));
  });
  bot.on('consent', async (ctx) => {
    const driver = fleet.find(ctx.user.waId);
    if (driver === undefined || !isStop(ctx.event)) return;
    consents.withdraw(driver.contact, undefined, ctx.event.word ?? ctx.event.source, ctx.event.at);
    await ctx.reply(texts[driver.language].stopped);
  });

  bot.button('location', (ctx) => ctx.reply(locationRequest({ body: meet(ctx).say.askLocation })));
  bot.on('location', async (ctx) => {
    const { driver, say } = meet(ctx);
    const { latitude, longitude } = ctx.event.location;
    if (fleet.shiftOf(driver) === undefined) return ctx.reply(say.notPassedOn);
    tell(`${driver.name} is at ${latitude}, ${longitude}.`);
    return ctx.reply(say.located);
  });

  bot.on(
    'status',
    ({ status }) => status === 'failed',
    ({ user, event }) =>
      tell(
        `${fleet.find(user.waId)?.name ?? 'Somebody'} was not reached: ${event.errors?.[0]?.title ?? 'no reason'}.`,
      ),
  );
  // These say something about another message, and ask for nothing.
  bot.on('message', isType('reaction', 'edit', 'revoke', 'system'), () => undefined);
  bot.fallback((ctx) => ctx.reply(getMenu(fleet.get(ctx.user))));
}
