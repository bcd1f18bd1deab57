/** The routes of the bot: secrets and forms first, then buttons, then what was understood. */
import type { DatabaseSync } from 'node:sqlite';
import { createBot, isType, type BotContext, type DialogueStore } from 'wabakit/bot';
import { whatsAppText } from 'wabakit/bot/text';
import { flow, replyButtons } from 'wabakit/messages';
import { quoteFromCard, usd20261001 } from 'wabakit/pricing';
import type { WebhookEvent } from 'wabakit/webhooks';
import type { Place } from '../frame.ts';
import { isStop, type Consents, type Staff } from '../ports.ts';
import { findUser, keepUser, openCase, personOf, pointOf, textsFor } from './data.ts';
import { defineBranchFinder } from './dialogues.ts';
import type { Intent } from './phrases.ts';
import { holdsSecret, redact, textOf, type Log } from './privacy.ts';
import {
  findAccount,
  findOrPublishFlow,
  isLocked,
  readForm,
  redeem,
  startSignIn,
  type SignInForm,
} from './sign-in.ts';
import type { Language, Texts } from './texts.ts';
import {
  findTown,
  guessLanguage,
  matchWords,
  threshold,
  type Understand,
  type Understanding,
} from './understand.ts';

/** What the bot remembers: how many messages in a row it did not understand. */
interface State {
  unsure: number;
}
type Context = BotContext<WebhookEvent, State>;

/** What the routes work with. */
export interface Parts {
  readonly place: Place;
  readonly database: DatabaseSync;
  readonly dialogues: DialogueStore;
  readonly consents: Consents;
  readonly staff: Staff;
  readonly understand: Understand;
  readonly log: Log;
}

/** Creates the bot. */
export function createAssistant({ place, database, dialogues, consents, staff, understand, log }: Parts) {
  const finder = defineBranchFinder(database);
  const say = ({ user }: Pick<Context, 'user'>): Texts => textsFor(database, user);
  const languageOf = ({ user }: Context): Language => findUser(database, user.key)?.language ?? 'id';
  const bot = createBot({
    client: place.client,
    dialogues,
    people: staff,
    log,
    state: (): State => ({ unsure: 0 }),
    quote: (message) => quoteFromCard({ card: usd20261001, ...message }),
    texts: (user) => textsFor(database, user).bot,
  });

  async function offer(ctx: Context, body: string): Promise<void> {
    const { balanceButton, branchButton, languageButton } = say(ctx);
    const language = languageOf(ctx) === 'en' ? 'id' : 'en';
    const buttons = [
      { id: 'balance', title: balanceButton },
      { id: 'branch', title: branchButton },
      { id: `language:${language}`, title: languageButton },
    ];
    await ctx.reply(ctx.user.groupId === undefined ? replyButtons({ body, buttons }) : body);
  }

  async function toPerson(ctx: Context, department: string, reason: string, body: string): Promise<void> {
    if (ctx.user.groupId !== undefined) return ctx.reply(say(ctx).privateOnly);
    // In this order: nobody reads that a person takes over before the staff have the case.
    await ctx.handOver(department, `case ${openCase(database, ctx.user.key)}, ${reason}`);
    await ctx.reply(body);
    ctx.log('handed over', { department, reason });
  }
  const cardBlocked = (ctx: Context): Promise<void> =>
    toPerson(ctx, 'cards', 'card blocked', say(ctx).blocked);

  const flows = new Map<Language, Promise<string>>();
  function flowFor(ctx: Context): Promise<string> {
    const language = languageOf(ctx);
    const found = flows.get(language) ?? findOrPublishFlow(place.client, ctx.event.wabaId, language);
    flows.set(language, found);
    found.catch(() => flows.delete(language)); // the next customer tries again
    return found;
  }

  async function askToSignIn(ctx: Context): Promise<void> {
    const { signIn, signInButton, hiddenNumber, locked } = say(ctx);
    if (ctx.user.waId === undefined) return toPerson(ctx, 'accounts', 'number not shown', hiddenNumber);
    if (isLocked(database, ctx.user, place.now())) return toPerson(ctx, 'accounts', 'sign-in locked', locked);
    const id = await flowFor(ctx);
    const token = startSignIn(database, ctx.user, place.now());
    await ctx.reply(flow({ body: signIn, button: signInButton, flow: { id }, token, screen: 'SIGN_IN' }));
  }

  async function showBalance(ctx: Context): Promise<void> {
    if (ctx.user.groupId !== undefined) return ctx.reply(say(ctx).privateOnly);
    const account = findAccount(database, ctx.user, place.now());
    if (account === undefined) return askToSignIn(ctx);
    await ctx.reply(say(ctx).balance(account.ending, account.balance));
  }

  async function takeForm(ctx: Context, wamid: string, form: SignInForm): Promise<void> {
    const outcome = redeem(database, form, { user: ctx.user, wamid, now: place.now() });
    ctx.log('a form came back', { outcome });
    if (outcome === 'signed in') return showBalance(ctx);
    if (outcome !== 'locked') await ctx.reply(say(ctx)[outcome]);
    if (outcome !== 'unusable') await askToSignIn(ctx);
  }

  async function offerNotices(ctx: Context): Promise<void> {
    const { offer: body, agree, privateOnly } = say(ctx);
    const buttons = [{ id: 'notices', title: agree }];
    await ctx.reply(ctx.user.groupId === undefined ? replyButtons({ body, buttons }) : privateOnly);
  }

  async function askAgain(ctx: Context): Promise<void> {
    if (ctx.user.groupId !== undefined) return ctx.reply(say(ctx).groupUnsure);
    ctx.state.unsure += 1;
    if (ctx.state.unsure < 2) return offer(ctx, say(ctx).unsure);
    ctx.state.unsure = 0;
    await toPerson(ctx, 'service', 'not understood twice', say(ctx).unsureTwice);
  }

  const actions: Readonly<Record<Intent, (ctx: Context, found: Understanding) => Promise<void>>> = {
    greeting: (ctx) => offer(ctx, say(ctx).welcome),
    balance: showBalance,
    branch: (ctx, { entities }) => ctx.start(finder, { place: pointOf(findTown(entities.town ?? '') ?? '') }),
    card_blocked: cardBlocked,
    fees: async (ctx) => {
      // #region markdown
      for (const part of whatsAppText(say(ctx).fees)) await ctx.reply(part);
      // #endregion markdown
    },
    notices: offerNotices,
    pin_help: (ctx) => ctx.reply(say(ctx).pinHelp),
    about: (ctx) => ctx.reply(say(ctx).about),
    thanks: (ctx) => ctx.reply(say(ctx).thanks),
    off_topic: (ctx) => ctx.reply(say(ctx).declined),
    unsure: askAgain,
  };

  async function refuseSecret(ctx: Context, text: string): Promise<void> {
    ctx.log('a secret was sent');
    await ctx.reply(say(ctx).secret);
    if (await staff.isAnswering?.(ctx.user)) return;
    // Who sends the number of a blocked card needs help all the same. Not `understand`: a model must not see it.
    const { intent } = await matchWords(redact(text), { language: languageOf(ctx) });
    if (intent === 'card_blocked') await cardBlocked(ctx);
  }

  bot.use(async (ctx, next) => {
    const { event, user } = ctx;
    if (event.kind !== 'message') return next();
    const text = textOf(event);
    keepUser(database, user, findUser(database, user.key)?.language ?? guessLanguage(text));
    if (holdsSecret(text)) return refuseSecret(ctx, text);
    const form = readForm(event);
    return form === undefined ? next() : takeForm(ctx, event.wamid, form);
  });

  function choose(ctx: Context, language: Language): Promise<void> {
    keepUser(database, ctx.user, language);
    return offer(ctx, say(ctx).welcome);
  }
  bot.command('english', (ctx) => choose(ctx, 'en'));
  bot.command(['indonesia', 'bahasa'], (ctx) => choose(ctx, 'id'));
  bot.button('language:{language}', (ctx) => choose(ctx, ctx.params.language === 'en' ? 'en' : 'id'));
  bot.button('balance', (ctx) => {
    ctx.leave();
    return showBalance(ctx);
  });
  bot.button('branch', (ctx) => ctx.start(finder));
  bot.button('notices', async (ctx) => {
    consents.agree(personOf(ctx.user), 'notices', `tapped "${say(ctx).agree}"`, place.now());
    await ctx.reply(say(ctx).agreed);
  });
  bot.dialogue(finder);
  bot.human((ctx) => toPerson(ctx, 'service', 'needs a person', say(ctx).person));

  bot.on('consent', async (ctx) => {
    if (!isStop(ctx.event)) return;
    consents.withdraw(personOf(ctx.user), undefined, ctx.event.word ?? ctx.event.source, place.now());
    // A switch in WhatsApp's settings comes at any time; an answer needs the open window.
    if (ctx.window.isOpen) await ctx.reply(say(ctx).stopped);
  });
  bot.on('location', ({ start, event: { location } }) =>
    start(finder, { place: { latitude: location.latitude, longitude: location.longitude } }),
  );
  bot.on('text', async (ctx) => {
    const found = await understand(ctx.event.text.body, { language: languageOf(ctx), signal: ctx.signal });
    const intent = found.confidence < threshold ? 'unsure' : found.intent;
    ctx.log('understood', { intent, confidence: found.confidence });
    if (intent !== 'unsure') ctx.state.unsure = 0;
    await actions[intent](ctx, found);
  });
  bot.on('message', isType('image', 'video', 'audio', 'document', 'sticker', 'contacts'), (ctx) =>
    ctx.reply(say(ctx).onlyText),
  );
  return bot;
}
