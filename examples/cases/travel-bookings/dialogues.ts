/** The two look-ups, in a language. */
import { ask, choose, confirm, defineDialogue, menu, type StepContext } from 'wabakit/bot';
import { describeBooking } from './booking-text.ts';
import type { Language } from './data.ts';
import { addressOf, updates, type Desk } from './desk.ts';
import { texts } from './texts.ts';
import { endOfTomorrow } from './times.ts';

/** Returns the ten digits in a text: `PNR 245-123 4567` has them too. */
export const readPnr = (words: string): string | undefined =>
  /(?<!\d)\d{10}(?!\d)/.exec(words.replaceAll(/[\s-]/g, ''))?.[0];

/** Returns the dialogues. Each language has its own, because labels and retries are part of a question. */
export function defineLookUps(language: Language, { records, consents, place }: Desk) {
  const say = texts[language];
  const buttons = { yes: say.yes, no: say.no };

  /** Keeps the answer to "Shall I write to you?". A no also ends what was agreed for this trip before. */
  async function settle(
    { user, data, reply }: StepContext<{ readonly updates: boolean }>,
    { topic, until, question }: { readonly topic: string; readonly until: number; readonly question: string },
  ): Promise<void> {
    if (data.updates) {
      consents.agree(user.key, updates, `"${say.yes}" to "${question}"`, place.now());
      records.follow(user.key, topic, addressOf(user), until);
    } else {
      records.unfollow(user.key, topic);
      if (records.topicsOf(user.key).length === 0)
        consents.withdraw(user.key, updates, `"${say.no}" to "${question}"`, place.now());
    }
    await reply(data.updates ? say.agreed : say.declined);
  }

  const pnr = defineDialogue<{ pnr?: string }>(`pnr-${language}`)
    .step('given', async (ctx) => {
      if (ctx.data.pnr === undefined) return undefined;
      if (records.findBooking(ctx.data.pnr) !== undefined) return ctx.goTo('show');
      await ctx.reply(say.wrongPnr);
      return undefined;
    })
    .step(
      'pnr',
      ask(say.askPnr, {
        parse: (words) => records.findBooking(readPnr(words) ?? '')?.pnr,
        retry: say.wrongPnr,
      }),
    )
    .step('show', async (ctx) => {
      const booking = records.findBooking(ctx.data.pnr);
      if (booking === undefined) return ctx.goTo('pnr');
      await ctx.reply(describeBooking(booking, say));
      if (!records.topicsOf(ctx.user.key).includes(`pnr:${booking.pnr}`)) return undefined;
      await ctx.reply(say.follows);
      return ctx.end();
    })
    .step('updates', confirm(say.askUpdates, buttons))
    .step('done', (ctx) =>
      settle(ctx, {
        topic: `pnr:${ctx.data.pnr}`,
        until: records.findBooking(ctx.data.pnr)?.arrivesAt ?? place.now(),
        question: say.askUpdates,
      }),
    );

  const bus = defineDialogue(`bus-${language}`)
    .step(
      'route',
      choose(() => {
        const buses = records.listBuses();
        const choices = buses.map(({ route, origin, destination }) => ({
          id: route,
          title: `${origin} → ${destination}`,
        }));
        return menu(choices, { name: 'buses', body: say.askRoute, button: say.routes });
      }),
    )
    .step('show', async (ctx) => {
      const found = records.findBus(ctx.data.route);
      if (found === undefined) return ctx.goTo('route');
      await ctx.reply(`${found.route}, ${found.origin} → ${found.destination}: ${say.leaves(found.departs)}`);
      return undefined;
    })
    .step('updates', confirm(say.askBusUpdates, buttons))
    .step('done', (ctx) =>
      settle(ctx, {
        topic: `bus:${ctx.data.route}`,
        until: endOfTomorrow(place.now()),
        question: say.askBusUpdates,
      }),
    );

  return { pnr, bus };
}
