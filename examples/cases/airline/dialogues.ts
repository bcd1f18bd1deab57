/** The questions that the bot asks. One set for each language: its texts are part of the steps. */
import { ask, buttonId, choose, confirm, defineDialogue } from 'wabakit/bot';
import { replyButtons } from 'wabakit/messages';
import {
  addDays,
  dayOf,
  findBooking,
  findFlight,
  findFlightNumber,
  hasTrip,
  isCheckInOpen,
  keepTrip,
  type Language,
} from './data.ts';
import { purpose, type Desk } from './desk.ts';
import { texts } from './texts.ts';

/** Reads day and month as a day that is not past: `5-11` is `2026-11-05`. */
export function readDate(text: string, today: string): string | undefined {
  const [, day = '', month = ''] = /^(\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? [];
  const year = Number(today.slice(0, 4));
  return [year, year + 1]
    .map((one) => `${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .find((date) => date >= today && !Number.isNaN(Date.parse(date)) && addDays(date, 0) === date);
}

const readLocator = (text: string): string | undefined =>
  /^[A-Z0-9]{6}$/.exec(text.toUpperCase().replaceAll(/[\s-]/g, ''))?.[0];

const isSameName = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;

export function createDialogues(language: Language, { place, database, consents }: Desk) {
  const t = texts[language];
  const today = (): string => dayOf(place.now());

  const status = defineDialogue<{ readonly flight?: string }>(`status-${language}`)
    .step('known', ({ data, goTo }) => (data.flight === undefined ? undefined : goTo('day')))
    .step(
      'flight',
      ask(t.whichFlight, { parse: (text) => findFlightNumber(database, text), retry: t.flightRetry }),
    )
    .step(
      'day',
      choose(({ data }) =>
        replyButtons({
          body: t.whichDay(data.flight),
          buttons: [
            { id: today(), title: t.today },
            { id: addDays(today(), 1), title: t.tomorrow },
            { id: 'other', title: t.anotherDay },
          ],
        }),
      ),
    )
    .step('picked', ({ data, goTo }) => (data.day === 'other' ? undefined : goTo('answer')))
    .step('date', ask(t.whichDate, { parse: (text) => readDate(text, today()), retry: t.dateRetry }))
    .step('answer', async (ctx) => {
      const { flight: number, day, date: typed } = ctx.data;
      const date = day === 'other' ? typed : day;
      const flight = findFlight(database, number, date);
      await ctx.reply(flight === undefined ? t.noFlight(number, t.day(date)) : t.status(flight, t.day(date)));
    });

  const booking = defineDialogue(`booking-${language}`)
    .step('locator', ask(t.whichLocator, { parse: readLocator, retry: t.locatorRetry }))
    .step('surname', ask(t.whichSurname))
    .step('show', async (ctx) => {
      const { locator, surname } = ctx.data;
      const found = findBooking(database, locator);
      // The same answer for a wrong code and a wrong name: nobody learns which codes exist.
      if (found === undefined || !isSameName(found.booking.surname, surname)) {
        await ctx.reply(t.noBooking);
        return;
      }
      keepTrip(database, locator, ctx.user.key);
      const body = `${t.booking(found.booking)}\n${t.status(found.flight, t.day(found.flight.date))}`;
      const canCheckIn = !found.booking.isCheckedIn && isCheckInOpen(found.flight, place.now());
      const button = !consents.has(ctx.user.key, purpose)
        ? { id: buttonId('menu:{item}', { item: 'updates' }), title: t.sendUpdates }
        : canCheckIn
          ? { id: buttonId('checkin:{locator}', { locator }), title: t.checkIn }
          : undefined;
      await ctx.reply(button === undefined ? body : replyButtons({ body, buttons: [button] }));
    });

  const signUp = defineDialogue<{ readonly words: string }>(`sign-up-${language}`)
    .step('agrees', confirm(t.askConsent, { yes: t.yes, no: t.no }))
    .step('note', async (ctx) => {
      const { words, agrees } = ctx.data;
      if (!agrees) {
        await ctx.reply(t.declined);
        return;
      }
      const proof = `"${words}"; asked "${t.askConsent}": "${t.yes}"`;
      consents.agree(ctx.user.key, purpose, proof, place.now());
      await ctx.reply(t.agreed);
      if (!hasTrip(database, ctx.user.key)) await ctx.start(booking);
    });

  return { status, booking, signUp };
}
