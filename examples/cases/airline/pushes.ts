/** What the staff can type: pushes to those who agreed, the link for new passengers, answers in place of the bot. */
import { writeFileSync } from 'node:fs';
import { recipientOf, type EventRecipient } from 'wabakit';
import { buttonId } from 'wabakit/bot';
import { chatButtonHtml, renderQrSvg, renderQrText, waMeLink } from 'wabakit/links';
import type { Running } from '../frame.ts';
import { costOf } from '../ports.ts';
import { drawBoardingPass } from './boarding-pass.ts';
import {
  changeFlight,
  checkInOpensMs,
  findBooking,
  findDepartures,
  findPassenger,
  findTripsOf,
  findTripsOn,
  type Flight,
  type Passenger,
  type Trip,
} from './data.ts';
import { purpose, type Desk } from './desk.ts';
import { bookingConfirmed, boardingPass, checkInOpen, flightDelayed, gateChanged } from './templates.ts';
import { texts, timeOf } from './texts.ts';

const hour = 3_600_000;
const boardsMs = 0.75 * hour;

/** By number, or by business-scoped user id for those who hide theirs. */
const toRecipient = ({ waId, bsuid }: Passenger): EventRecipient =>
  recipientOf({ kind: 'passenger', phoneNumberId: undefined, waId, bsuid });

const dayOf = ({ passenger, flight }: Trip): string => texts[passenger.language].day(flight.date);

/** What every template says. */
const factsOf = ({ booking: { name }, flight: { number, city, leavesAt } }: Trip) => ({
  name,
  flight: number,
  city,
  time: timeOf(leavesAt),
});

const summaryOf = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .split('\n', 1)
    .join('');

export function createCommands({ place, database, consents, staff }: Desk): Running['commands'] {
  const { client, tell, now } = place;

  /** Tells what it costs, then sends to those who agreed. One refusal does not stop the others. */
  async function push(
    what: string,
    trips: readonly Trip[],
    send: (trip: Trip, to: EventRecipient) => Promise<unknown>,
  ): Promise<void> {
    const agreed = trips.filter(({ passenger }) => consents.has(passenger.key, purpose));
    const numbers = agreed.flatMap(({ passenger }) => passenger.waId ?? []);
    const hidden = agreed.length - numbers.length;
    const cost = [
      numbers.length === 0 ? '' : costOf(numbers, 'utility', now()),
      hidden === 0 ? '' : `${hidden} without a visible number, at the price of the country`,
    ];
    tell(
      `${what}: ${cost.filter(Boolean).join(', and ') || 'nobody to write to'}` +
        (agreed.length === trips.length ? '.' : `; ${trips.length - agreed.length} did not agree.`),
    );
    for (const trip of agreed)
      try {
        await send(trip, toRecipient(trip.passenger));
      } catch (error) {
        tell(`${trip.booking.locator} was not reached. ${summaryOf(error)}`);
      }
  }

  /** Returns the first (0) or the last (-1) departure of a flight number that is at most so many milliseconds away. */
  function getFlight(number: string, within: number, index: 0 | -1): Flight {
    const flight = findDepartures(database, number.toUpperCase(), now(), now() + within).at(index);
    if (flight === undefined)
      throw new Error(`No flight "${number}" leaves in the next ${within / hour} hours.`);
    return flight;
  }

  function getBooking(locator = '') {
    const found = findBooking(database, locator.toUpperCase());
    if (found === undefined) throw new Error(`There is no booking "${locator}".`);
    return found.booking;
  }

  function getPassenger(id = ''): Passenger {
    const passenger = findPassenger(database, id);
    if (passenger === undefined) throw new Error(`Nobody with the number "${id}" has written.`);
    return passenger;
  }

  return {
    confirm(code) {
      const { locator } = getBooking(code);
      return push(`Confirmation of ${locator}`, findTripsOf(database, locator), (trip, to) =>
        client.messages.sendTemplate({
          ...to,
          template: bookingConfirmed[trip.passenger.language],
          parameters: { body: { ...factsOf(trip), locator, day: dayOf(trip) } },
        }),
      );
    },

    checkin(number = '') {
      // The departure whose check-in opened last.
      const flight = getFlight(number, checkInOpensMs, -1);
      return push(`Check-in of ${flight.number}`, findTripsOn(database, flight), (trip, to) =>
        client.messages.sendTemplate({
          ...to,
          template: checkInOpen[trip.passenger.language],
          parameters: {
            body: { ...factsOf(trip), day: dayOf(trip), seat: trip.booking.seat },
            buttons: [buttonId('checkin:{locator}', { locator: trip.booking.locator })],
          },
        }),
      );
    },

    pass(code) {
      const { locator, isCheckedIn } = getBooking(code);
      if (!isCheckedIn) return tell(`${locator} is not checked in yet.`);
      return push(`Boarding pass of ${locator}`, findTripsOf(database, locator), async (trip, to) => {
        const { passenger, flight } = trip;
        const filename = `Boarding pass ${flight.number}.pdf`;
        const boarding = timeOf(flight.leavesAt - boardsMs);
        const file = drawBoardingPass(trip, dayOf(trip), boarding);
        const { id } = await client.media.upload({ file, type: 'application/pdf', filename });
        return client.messages.sendTemplate({
          ...to,
          template: boardingPass[passenger.language],
          parameters: {
            header: { id, filename },
            body: { ...factsOf(trip), day: dayOf(trip), time: boarding, gate: flight.gate },
          },
        });
      });
    },

    delay(number = '', minutes) {
      const late = getFlight(number, 24 * hour, 0);
      const delay = Number(minutes);
      if (!Number.isSafeInteger(delay) || delay <= 0) throw new Error('Write: delay FLIGHT minutes');
      changeFlight(database, late, { delay });
      return push(`Delay of ${late.number}`, findTripsOn(database, late), (trip, to) =>
        client.messages.sendTemplate({
          ...to,
          template: flightDelayed[trip.passenger.language],
          parameters: { body: { ...factsOf(trip), planned: timeOf(late.plannedAt) } },
        }),
      );
    },

    gate(number = '', gate = '') {
      const moved = getFlight(number, 24 * hour, 0);
      if (gate === '') throw new Error('Write: gate FLIGHT gate');
      changeFlight(database, moved, { gate });
      return push(`Gate of ${moved.number}`, findTripsOn(database, moved), (trip, to) =>
        client.messages.sendTemplate({
          ...to,
          template: gateChanged[trip.passenger.language],
          parameters: { body: { ...factsOf(trip), gate } },
        }),
      );
    },

    async link(language = 'en') {
      const { signUp, chat } = texts[language === 'nl' ? 'nl' : 'en'];
      const { display_phone_number: phone } = await client.phoneNumbers.get();
      const link = waMeLink({ phone, text: signUp });
      writeFileSync(place.file('sign-up.svg'), renderQrSvg({ link, title: chat }));
      writeFileSync(place.file('sign-up.html'), chatButtonHtml({ phone, text: signUp, label: chat }));
      tell(`${link}\nFor posters: sign-up.svg. For the site: sign-up.html.\n${renderQrText({ link })}`);
    },

    async answer(id, ...words) {
      const passenger = getPassenger(id);
      try {
        await client.messages.sendText({ ...toRecipient(passenger), body: words.join(' ') });
      } catch (error) {
        tell(`The answer was not sent. ${summaryOf(error)}`);
      }
    },

    release: (id) => staff.release(getPassenger(id).key),
  };
}
