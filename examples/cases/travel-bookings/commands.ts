/** What the staff can type: pushes to those who agreed, and answers to those who asked for a person. */
import { isWabakitError, type Recipient } from 'wabakit';
import { buttonId, escapeMarks } from 'wabakit/bot';
import { inr20261001 } from 'wabakit/pricing';
import type { Running } from '../frame.ts';
import { costOf } from '../ports.ts';
import { maskName } from './booking-text.ts';
import type { Language } from './data.ts';
import { forgetTrips, recipientAt, updates, type Desk } from './desk.ts';
import { busTimeChanged, chartPrepared, statusChanged } from './templates.ts';
import { formatDate, shiftTime } from './times.ts';

/** Sends one message of a push. */
type Send = (to: Recipient, language: Language) => Promise<unknown>;

const statusForm =
  /^(?:CNF [A-Z]{1,2}\d{1,2} \d{1,2}(?: [A-Z]{2})?|RAC \d+|(?:GN|RL|PQ|TQ|RS|RQ)WL \d+|CAN)$/;

/** Returns what was found, or tells the staff that it is not there. */
function needed<Value>(value: Value | undefined, otherwise: string): Value {
  if (value === undefined) throw new Error(otherwise);
  return value;
}

/** Makes the commands. */
export function createCommands(desk: Desk): Running['commands'] {
  const { place, records, consents, staff } = desk;
  const { client, tell } = place;

  const getBooking = (pnr: string) =>
    needed(records.findBooking(pnr), `There is no booking with the PNR "${pnr}".`);
  const getCustomer = (number: string) =>
    needed(records.findCustomer(number.replace('+', '')), `Nobody has written from "${number}".`);

  /** Says what went wrong; one person who cannot be reached is no reason to leave out the others. */
  async function attempt(address: string, send: () => Promise<unknown>): Promise<boolean> {
    try {
      await send();
      return true;
    } catch (error) {
      if (!isWabakitError(error)) throw error;
      tell(`Not sent to ${address}: ${error.summary}`);
      return false;
    }
  }

  /** Writes to those who follow a trip and agreed to it, once the staff has seen the price. */
  async function push(topic: string, send: Send): Promise<void> {
    forgetTrips(desk, place.now());
    const people = records.followersOf(topic).filter(({ user }) => consents.has(user, updates));
    if (people.length === 0) return tell(`Nobody agreed to hear of ${topic}.`);
    const addresses = people.map(({ address }) => address);
    // In India Meta bills in rupees.
    const cost = costOf(addresses, 'utility', place.now(), inr20261001);
    tell(`To those who agreed to hear of ${topic}: ${cost}.`);
    let sent = 0;
    for (const { address, language } of people)
      if (await attempt(address, () => send(recipientAt(address), language))) sent += 1;
    tell(`Sent to ${sent} of ${people.length}.`);
  }

  return {
    async chart(pnr = '') {
      const { train, departsAt, passengers } = getBooking(pnr);
      records.prepareChart(pnr);
      // The stars of two names on one line would make what is between them bold.
      const all = escapeMarks(
        passengers.map(({ number, name, current }) => `${number} ${maskName(name)} ${current}`).join('; '),
      );
      const body = { train, date: formatDate(departsAt), pnr, passengers: all };
      const parameters = { body, buttons: [buttonId('booking:{pnr}', { pnr }), 'STOP'] } as const;
      await push(`pnr:${pnr}`, (to, language) =>
        client.messages.sendTemplate({ ...to, template: chartPrepared[language], parameters }),
      );
    },

    async move(pnr = '', number = '', ...words) {
      const { train, departsAt, passengers } = getBooking(pnr);
      const passenger = needed(
        passengers.find((one) => one.number === Number(number)),
        `${pnr} has the passengers 1 to ${passengers.length}.`,
      );
      const current = words.join(' ').replaceAll('"', '');
      if (!statusForm.test(current))
        throw new Error(`"${current}" is no status, such as RAC 5 or CNF B4 32 LB.`);
      records.moveTo(pnr, passenger.number, current);
      const body = {
        pnr,
        train,
        date: formatDate(departsAt),
        passenger: `${passenger.number} ${maskName(passenger.name)}`,
        before: passenger.current,
        current,
      };
      const parameters = { body, buttons: [buttonId('booking:{pnr}', { pnr }), 'STOP'] } as const;
      await push(`pnr:${pnr}`, (to, language) =>
        client.messages.sendTemplate({ ...to, template: statusChanged[language], parameters }),
      );
    },

    async bus(route = '', minutes = '') {
      const { origin, departs } = needed(records.findBus(route), `There is no bus "${route}".`);
      if (!/^-?[1-9]\d{0,2}$/.test(minutes)) throw new Error('By how many minutes? Later: 40, earlier: -15.');
      const time = shiftTime(departs, Number(minutes));
      records.moveBus(route, time);
      const parameters = { body: { route, stop: origin, time, before: departs }, buttons: ['STOP'] } as const;
      await push(`bus:${route}`, (to, language) =>
        client.messages.sendTemplate({ ...to, template: busTimeChanged[language], parameters }),
      );
    },

    async answer(number = '', ...words) {
      const { address } = getCustomer(number);
      await attempt(address, () =>
        client.messages.sendText({ ...recipientAt(address), body: words.join(' ') }),
      );
    },

    release: (number = '') => staff.release(getCustomer(number).user),
  };
}
