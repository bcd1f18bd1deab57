/** What customers can write and tap, and what answers it. */
import { buttonId, createBot, isText, isWord, where, type BotContext, type DialogueStore } from 'wabakit/bot';
import { replyButtons } from 'wabakit/messages';
import { isStop } from '../ports.ts';
import { describeBooking } from './booking-text.ts';
import type { Language } from './data.ts';
import { addressOf, updates, type Desk } from './desk.ts';
import { defineLookUps, readPnr } from './dialogues.ts';
import { guessLanguage, texts } from './texts.ts';

const asksForPnr = isText(/\b(?:pnr|ticket)\b|पीएनआर|टिकट/i);
const asksForBus = isText(/\bbus\b|बस/i);
const isPnr = where(
  (event) => event.kind === 'message' && event.type === 'text' && readPnr(event.text.body) !== undefined,
);

/** Creates the bot. */
export function createTravelBot(desk: Desk, dialogues: DialogueStore) {
  const { place, records, consents, staff, textsOf } = desk;
  const bot = createBot({
    client: place.client,
    dialogues,
    people: staff,
    texts: (user) => textsOf(user).own,
  });
  const lookUps = { en: defineLookUps('en', desk), hi: defineLookUps('hi', desk) };
  const options = { cancel: isWord('menu', 'back', 'मेनू', 'वापस'), expiresAfter: 30 * 60_000 };
  for (const { pnr, bus } of Object.values(lookUps)) bot.dialogue(pnr, options).dialogue(bus, options);
  const lookUpsOf = ({ user }: Pick<BotContext, 'user'>) => lookUps[records.languageOf(user.key)];

  const showMenu = async ({ user, reply }: Pick<BotContext, 'user' | 'reply'>): Promise<void> => {
    const say = textsOf(user);
    const other: Language = records.languageOf(user.key) === 'hi' ? 'en' : 'hi';
    await reply(
      replyButtons({
        body: say.menu,
        buttons: [
          { id: 'look-up:pnr', title: say.pnr },
          { id: 'look-up:bus', title: say.bus },
          { id: buttonId('speak:{language}', { language: other }), title: say.otherLanguage },
        ],
      }),
    );
  };

  bot.use(async (ctx, next) => {
    const { event, user } = ctx;
    if (event.kind !== 'message') return next();
    const words = event.type === 'text' ? event.text.body : '';
    if (user.groupId !== undefined) {
      // In a group the bot speaks only when it is asked for what it will not show there.
      if ([asksForPnr, asksForBus, isPnr].some((isAsked) => isAsked(event)))
        await ctx.reply(texts[guessLanguage(words)].group);
      return undefined;
    }
    records.meet({ user: user.key, address: addressOf(user), language: guessLanguage(words) });
    if (await staff.isAnswering?.(user))
      place.tell(`${user.name ?? addressOf(user)}: ${words || `(${event.type})`}`);
    return next();
  });

  bot.button('look-up:pnr', (ctx) => ctx.start(lookUpsOf(ctx).pnr));
  bot.button('look-up:bus', (ctx) => ctx.start(lookUpsOf(ctx).bus));
  bot.button('booking:{pnr}', async (ctx) => {
    const say = textsOf(ctx.user);
    const booking = records.findBooking(ctx.params.pnr);
    await ctx.reply(booking === undefined ? say.wrongPnr : describeBooking(booking, say));
  });

  async function speak(ctx: Pick<BotContext, 'user' | 'reply' | 'leave'>, language: Language): Promise<void> {
    records.speak(ctx.user.key, language);
    ctx.leave();
    await ctx.reply(textsOf(ctx.user).spoken);
    await showMenu(ctx);
  }
  bot.button('speak:{language}', (ctx) => speak(ctx, ctx.params.language === 'hi' ? 'hi' : 'en'));
  bot.command(['hindi', 'हिन्दी', 'हिंदी'], (ctx) => speak(ctx, 'hi'));
  bot.command('english', (ctx) => speak(ctx, 'en'));

  bot.on('text', isPnr, (ctx) => ctx.start(lookUpsOf(ctx).pnr, { pnr: readPnr(ctx.event.text.body) }));
  bot.on('message', asksForPnr, (ctx) => ctx.start(lookUpsOf(ctx).pnr));
  bot.on('message', asksForBus, (ctx) => ctx.start(lookUpsOf(ctx).bus));
  bot.fallback(showMenu);

  bot.human(['मुझे इंसान से बात करनी है'], async (ctx) => {
    await ctx.reply(textsOf(ctx.user).person);
    await ctx.handOver('bookings', `${ctx.user.name ?? 'without a name'}, ${addressOf(ctx.user)}`);
  });

  bot.on('consent', async (ctx) => {
    const { user, event } = ctx;
    const say = textsOf(user);
    if (isStop(event)) {
      consents.withdraw(user.key, undefined, event.word ?? event.source, event.at);
      records.unfollowAll(user.key);
      // WhatsApp's own switch and a word in a group open no window.
      if (ctx.window.isOpen) await ctx.reply(say.stopped);
    } else if (event.choice === 'maybe_stop' && ctx.window.isOpen && consents.has(user.key, updates))
      await ctx.reply(say.howToStop);
  });

  bot.on('status', ({ user, event }) => {
    const { code = 'without a code' } = event.errors?.[0] ?? {};
    if (event.status === 'failed') place.tell(`A message did not reach ${addressOf(user)}: error ${code}.`);
  });
  return bot;
}
