/** The routes of the bot, for every event that the dialogue does not take. */
import { buttonId, isType, menu, type Bot } from 'wabakit/bot';
import { isStop } from '../ports.ts';
import { contactOf } from './data.ts';
import { departmentMenu, departments, openingIn, textsFor, toPeople, type Desk } from './desk.ts';
import { createInquiry } from './dialogues.ts';
import { isOpen } from './hours.ts';
import { holdsSecret, wordsOf } from './secrets.ts';
import { greeting, groupNotice, guessLanguage, languages } from './texts.ts';

/** What the bot remembers of a customer, or of a member of a group. */
export interface State {
  isGreeted: boolean;
}

const languageMenu = menu(
  Object.entries(languages).map(([language, title]) => ({
    id: buttonId('language:{language}', { language }),
    title,
  })),
  { name: 'languages', body: greeting },
);

export function addRoutes(bot: Bot<State, never>, desk: Desk): void {
  const { place, data, staff, consents } = desk;
  const inquiry = createInquiry(desk);

  // Before every route, and also while people answer: a secret goes no further than this.
  bot.use(async (ctx, next) => {
    const { event, user, state } = ctx;
    if (event.kind !== 'message') return next();
    if (user.groupId !== undefined) {
      if (!state.isGreeted) await ctx.reply(groupNotice);
      state.isGreeted = true;
      return;
    }
    const words = wordsOf(event);
    data.keepCustomer(user, guessLanguage(words), place.now());
    const isAnswered = await staff.isAnswering?.(user);
    if (holdsSecret(words)) {
      if (isAnswered) place.tell(`${contactOf(user)}: (a secret, which was not kept)`);
      await ctx.reply(textsFor(desk, user).secret);
      return ctx.repeat();
    }
    const turn = { id: event.wamid, at: place.now(), user: user.key, kind: 'customer' } as const;
    if (isAnswered && data.addTurn(turn)) place.tell(`${contactOf(user)}: ${words || `[${event.type}]`}`);
    return next();
  });

  bot.dialogue(inquiry, { expiresAfter: 30 * 60_000 });

  bot.command(['menu', 'меню'], async (ctx) => {
    ctx.leave();
    await ctx.reply(departmentMenu(textsFor(desk, ctx.user)));
  });
  bot.command(['language', 'язык'], (ctx) => ctx.reply(languageMenu.content));

  bot.button('language:{language}', async (ctx) => {
    data.setLanguage(ctx.user.key, ctx.params.language === 'ru' ? 'ru' : 'en');
    ctx.leave();
    await ctx.reply(departmentMenu(textsFor(desk, ctx.user)));
  });

  bot.button('department:{id}', async (ctx) => {
    const words = textsFor(desk, ctx.user);
    const department = departments.find((id) => id === ctx.params.id);
    if (department === undefined) return ctx.reply(departmentMenu(words));
    if (department !== 'fraud') return ctx.start(inquiry, { department });
    await toPeople(desk, ctx, department, 'lost card');
    await ctx.reply(words.fraud);
  });

  bot.button('ready:{request:number}', async (ctx) => {
    const words = textsFor(desk, ctx.user);
    const request = data.request(ctx.params.request);
    if (request?.user !== ctx.user.key) return ctx.reply(departmentMenu(words));
    const { number, department, topic, details } = request;
    const now = place.now();
    await toPeople(desk, ctx, department, topic, details);
    await ctx.reply(isOpen(now) ? words.waits : words.noted(number, openingIn(words, now)));
  });

  bot.button('rate:{chat}:{stars:number}', async (ctx) => {
    const { chat, stars } = ctx.params;
    const [id, note] = [`rated ${chat}`, String(stars)];
    data.addTurn({ id, at: place.now(), user: ctx.user.key, kind: 'rated', note });
    await ctx.reply(textsFor(desk, ctx.user).rated);
  });

  bot.human(async (ctx) => {
    const words = textsFor(desk, ctx.user);
    const now = place.now();
    if (!isOpen(now)) return ctx.reply(departmentMenu(words, words.closedMenu(openingIn(words, now))));
    await toPeople(desk, ctx, 'other', 'asks for a person');
    await ctx.reply(words.waits);
  });

  bot.on('consent', async (ctx) => {
    if (!isStop(ctx.event)) return;
    consents.withdraw(ctx.user.key, undefined, ctx.event.word ?? ctx.event.source, place.now());
    // WhatsApp's own switch says by itself that it worked.
    if (ctx.event.source === 'keyword') await ctx.reply(textsFor(desk, ctx.user).stopped);
  });

  // Many refusals come after the send: the number has no WhatsApp any more, the customer blocked the bank.
  bot.on('status', (ctx) => {
    const [error] = ctx.event.errors ?? [];
    if (ctx.event.status === 'failed')
      place.tell(`${contactOf(ctx.user)}: not delivered, ${error?.code} ${error?.title}`);
  });

  bot.on('message', isType('reaction', 'edit', 'revoke', 'system'), () => undefined);
  bot.fallback(async (ctx) => {
    const { content } = languageMenu;
    await ctx.reply(ctx.state.isGreeted ? departmentMenu(textsFor(desk, ctx.user)) : content);
    ctx.state.isGreeted = true;
  });
}
