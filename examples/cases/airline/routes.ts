/** Which message is answered by what. */
import {
  and,
  buttonId,
  isInGroup,
  isText,
  isType,
  isWord,
  not,
  type Bot,
  type BotContext,
} from 'wabakit/bot';
import { replyButtons } from 'wabakit/messages';
import { isStop } from '../ports.ts';
import {
  checkIn,
  findFlightNumber,
  findTripsOf,
  isCheckInOpen,
  keepPassenger,
  setLanguage,
  type Language,
} from './data.ts';
import { createDialogues } from './dialogues.ts';
import { saidIn, type Desk } from './desk.ts';
import { texts } from './texts.ts';

const dialogueOptions = { cancel: isWord('back', 'terug'), expiresAfter: 30 * 60_000 };

export function addRoutes(bot: Bot, desk: Desk): void {
  const { place, database, consents, staff, languageOf } = desk;
  const dialogues = { en: createDialogues('en', desk), nl: createDialogues('nl', desk) };
  for (const { status, booking, signUp } of Object.values(dialogues))
    bot
      .dialogue(status, dialogueOptions)
      .dialogue(booking, dialogueOptions)
      .dialogue(signUp, dialogueOptions);

  const languageIn = ({ user, event }: BotContext): Language => languageOf(user, event);
  const textsIn = (ctx: BotContext) => texts[languageIn(ctx)];
  const dialoguesIn = (ctx: BotContext) => dialogues[languageIn(ctx)];

  /** Bookings, consent and people are for a chat of two: in a group others read along. */
  const inPrivate =
    (answer: (ctx: BotContext) => Promise<void>) =>
    (ctx: BotContext): Promise<void> =>
      ctx.user.groupId === undefined ? answer(ctx) : ctx.reply(textsIn(ctx).notInGroup);

  const startStatus = (ctx: BotContext): Promise<void> =>
    ctx.start(dialoguesIn(ctx).status, { flight: findFlightNumber(database, saidIn(ctx.event)) });
  const startBooking = inPrivate((ctx) => ctx.start(dialoguesIn(ctx).booking));
  const startSignUp = inPrivate((ctx) => ctx.start(dialoguesIn(ctx).signUp, { words: saidIn(ctx.event) }));

  const askPerson = inPrivate(async (ctx) => {
    const { waId, bsuid } = ctx.user;
    const said = saidIn(ctx.event);
    await ctx.handOver('Customer care', `${waId ?? bsuid ?? 'no id'}: "${said}"`);
    await ctx.reply(textsIn(ctx).person);
  });

  async function showMenu(ctx: BotContext): Promise<void> {
    const t = textsIn(ctx);
    if (ctx.user.groupId !== undefined) return ctx.reply(t.menuInGroup);
    const items = { status: t.flightStatus, booking: t.myBooking, person: t.askPerson };
    const buttons = Object.entries(items).map(([item, title]) => ({
      id: buttonId('menu:{item}', { item }),
      title,
    }));
    await ctx.reply(replyButtons({ body: t.menu, footer: t.menuFooter, buttons }));
  }

  const speak =
    (language: Language) =>
    (ctx: BotContext): Promise<void> => {
      setLanguage(database, ctx.user.key, language);
      ctx.leave();
      return showMenu(ctx);
    };

  bot.use(async ({ user, event }, next) => {
    if (event.kind === 'message' && user.groupId === undefined) {
      keepPassenger(database, user, languageOf(user, event));
      if (await staff.isAnswering?.(user))
        place.tell(`${user.waId ?? user.bsuid ?? 'no id'} writes: ${saidIn(event) || `[${event.type}]`}`);
    }
    await next();
  });

  bot.human(['help', 'contact'], askPerson);
  bot.command('menu', (ctx) => {
    ctx.leave();
    return showMenu(ctx);
  });
  bot.command('english', speak('en'));
  bot.command('nederlands', speak('nl'));
  bot.command(['updates', 'meldingen'], startSignUp);

  bot.button('menu:{item}', (ctx) => {
    const answers = { status: startStatus, booking: startBooking, updates: startSignUp, person: askPerson };
    const found = Object.entries(answers).find(([item]) => item === ctx.params.item);
    return (found?.[1] ?? showMenu)(ctx);
  });
  bot.button('checkin:{locator}', async (ctx) => {
    const t = textsIn(ctx);
    const { locator } = ctx.params;
    const trip = findTripsOf(database, locator).find(({ passenger }) => passenger.key === ctx.user.key);
    if (trip === undefined || !isCheckInOpen(trip.flight, place.now())) return ctx.reply(t.noCheckIn);
    checkIn(database, locator);
    place.tell(`${locator} is checked in: the boarding pass can go out.`);
    await ctx.reply(t.checkedIn(trip.booking));
  });

  // The order matters: the sign-up speaks of flights as well, and a question may.
  bot.on('message', isText(/updates about my|meldingen over mijn/i), startSignUp);
  bot.on('message', isText(/\bPA[ -]?\d{3}\b/i), startStatus);
  bot.on('message', and(isText(/\?\s*$/), not(isInGroup)), askPerson);
  bot.on('message', isText(/flight|status|vlucht/i), startStatus);
  bot.on('message', isText(/booking|boeking/i), startBooking);
  bot.on('message', isType('reaction', 'edit', 'revoke', 'system'), () => undefined);
  // In a group most of what is said is not for the bot.
  bot.fallback((ctx) => (ctx.user.groupId === undefined ? showMenu(ctx) : undefined));

  bot.on('consent', async (ctx) => {
    const { word, source } = ctx.event;
    if (!isStop(ctx.event)) return;
    consents.withdraw(ctx.user.key, undefined, word ?? source, place.now());
    // WhatsApp's own switch may be used long after the window has closed.
    if (ctx.window.isOpen) await ctx.reply(textsIn(ctx).stopped);
  });
  bot.on('status', ({ event, user }) => {
    if (event.status === 'failed')
      place.tell(`${user.waId ?? user.bsuid ?? 'no id'} was not reached. ${event.errors?.[0]?.title ?? ''}`);
  });
}
