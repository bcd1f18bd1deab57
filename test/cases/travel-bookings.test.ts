import { afterEach, expect, test } from 'vitest';
import { createClient } from 'wabakit';
import type { EmulatorPhone } from 'wabakit/emulator';
import { validateTemplates } from 'wabakit/templates';
import { openStage, type Stage } from '../../examples/cases/frame.ts';
import program from '../../examples/cases/travel-bookings/program.ts';
import { templates } from '../../examples/cases/travel-bookings/templates.ts';
import { texts } from '../../examples/cases/travel-bookings/texts.ts';
import { openGroup } from '../helpers/more-places.ts';

const { en, hi } = texts;
const asha = '+919876543210';
const vikram = '+919876501234';
const meera = '+919876505678';
const open: Stage[] = [];

async function start() {
  const stage = await openStage(program);
  open.push(stage);
  return { stage, phone: stage.phone(asha) };
}

afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

/** What the business said on a phone. */
const said = ({ inbox }: EmulatorPhone) => inbox.map(({ text }) => text);
/** What the staff was shown. */
const told = (stage: Stage) =>
  stage.lines().flatMap((line) => (line.startsWith('  * ') ? [line.slice(4)] : []));

/** Looks a PNR up and agrees to updates. */
async function agree(phone: EmulatorPhone, pnr = '2451234567') {
  await phone.say(pnr);
  await phone.tap(en.yes);
}

const booking = `*12951 Mumbai Rajdhani*, 04-11-2026 17:00
From MMCT Mumbai Central, boarding at BVI Borivali, to NDLS New Delhi
Class 3A, quota GN
Chart not prepared.
1. R***h: GNWL 23 → RAC 5
2. P***a: GNWL 24 → GNWL 1
3. A***v: GNWL 25 → GNWL 2
> ${en.rac}
> ${en.waiting}`;

test('default: a PNR is looked up, and updates are agreed to', async () => {
  const { stage, phone } = await start();
  await phone.say('Hello');
  expect(phone.lastMessage?.text).toBe(en.menu);
  expect(phone.lastMessage?.buttons.map(({ title }) => title)).toEqual(['PNR status', 'Bus times', 'हिन्दी']);
  await phone.tap('PNR status');
  await phone.say('245-123 4567');
  expect(said(phone).slice(1)).toEqual([en.askPnr, booking, en.askUpdates]);
  await phone.tap(en.yes);
  expect(phone.lastMessage?.text).toBe(en.agreed);
  await phone.say('PNR 2451234567');
  expect(said(phone).slice(-2)).toEqual([booking, en.follows]);
  expect(stage.errors).toEqual([]);
});

test('default: a booking that is confirmed needs no explanation, and a no keeps nothing', async () => {
  const { stage, phone } = await start();
  await phone.say('My ticket');
  await phone.say('2837465012');
  expect(said(phone)[1]?.split('\n').slice(2)).toEqual([
    'Class CC, quota LD',
    'Chart not prepared.',
    '1. M***a: CNF C3 41 WS → CNF C3 41 WS',
  ]);
  await phone.tap(en.no);
  expect(phone.lastMessage?.text).toBe(en.declined);
  await stage.command('chart 2837465012');
  expect(phone.lastMessage?.text).toBe(en.declined);
  expect(told(stage)).toEqual(['Nobody agreed to hear of pnr:2837465012.']);
  expect(stage.errors).toEqual([]);
});

test('default: who writes Hindi is answered in Hindi; on a ticket that waits after the chart nobody may board', async () => {
  const { stage, phone } = await start();
  await phone.say('मेरा PNR 4619876543 देखिए');
  const text = said(phone)[0] ?? '';
  expect(text).toContain('1. S***h: TQWL 9 → TQWL 4\n2. L***i: TQWL 10 → TQWL 5');
  expect(text).toContain(hi.charted);
  expect(text.endsWith(hi.allWaited)).toBe(true);
  expect(said(phone)[1]).toBe(hi.askUpdates);
  await phone.tap(hi.yes);
  expect(phone.lastMessage?.text).toBe(hi.agreed);
  expect(stage.errors).toEqual([]);
});

test('default: a bus that leaves at another time is told to those who agreed, with the price before', async () => {
  const { stage, phone } = await start();
  await phone.say('Which bus is there?');
  const titles = ['Bengaluru → Mysuru', 'Delhi → Jaipur', 'Pune → Mumbai'];
  expect(phone.lastMessage?.buttons.map(({ title }) => title)).toEqual(titles);
  await phone.tap('Delhi → Jaipur');
  expect(said(phone).slice(-2)).toEqual(['DEL-JAI, Delhi → Jaipur: leaves at 22:15.', en.askBusUpdates]);
  await phone.tap(en.yes);
  await stage.command('bus DEL-JAI 110');
  expect(phone.lastMessage?.text).toBe(
    'Bus DEL-JAI now leaves Delhi at 00:05 instead of 22:15. You asked for news of this trip.',
  );
  expect(told(stage)).toEqual([
    'To those who agreed to hear of bus:DEL-JAI: 1 message, 0.1150 INR.',
    'Sent to 1 of 1.',
  ]);
  await stage.wait('31h');
  await stage.command('bus DEL-JAI -15');
  expect(told(stage).at(-1)).toBe('Nobody agreed to hear of bus:DEL-JAI.');
  await phone.say('bus');
  await phone.say('2');
  expect(said(phone)).toContain('DEL-JAI, Delhi → Jaipur: leaves at 23:50.');
  expect(stage.errors).toEqual([]);
});

test('behavior: updates reach those who agreed to this trip, after the price, and nobody after STOP', async () => {
  const { stage, phone } = await start();
  const [second, third] = [stage.phone(vikram), stage.phone(meera)];
  await agree(phone);
  await agree(second);
  await third.say('2451234567');
  await third.tap(en.no);
  await stage.wait('25h');
  await stage.command('move 2451234567 2 "RAC 6"');
  const update =
    'PNR 2451234567, train 12951 Mumbai Rajdhani on 04-11-2026: passenger 2 P***a was GNWL 1 and is now RAC 6. You asked for news of this trip.';
  expect([phone, second, third].map(({ lastMessage }) => lastMessage?.text)).toEqual([
    update,
    update,
    en.declined,
  ]);
  const price = stage
    .lines()
    .indexOf('  * To those who agreed to hear of pnr:2451234567: 2 messages, 0.2300 INR.');
  expect(price).toBeGreaterThan(0);
  expect(price).toBeLessThan(stage.lines().findIndex((line) => line.includes('booking_status_changed')));

  await second.say('STOP');
  expect(second.lastMessage?.text).toBe(en.stopped);
  await stage.command('chart 2451234567');
  const chart = phone.lastMessage?.text.replaceAll('\u2060', '');
  expect(chart).toBe(
    'The chart of train 12951 Mumbai Rajdhani on 04-11-2026 is prepared. PNR 2451234567: 1 R***h RAC 5; 2 P***a RAC 6; 3 A***v GNWL 2. A passenger who is still on the waiting list (WL) may not board.',
  );
  expect(second.lastMessage?.text).toBe(en.stopped);
  expect(told(stage).slice(-2)).toEqual([
    'To those who agreed to hear of pnr:2451234567: 1 message, 0.1150 INR.',
    'Sent to 1 of 1.',
  ]);

  await phone.tap('See the booking');
  expect(phone.lastMessage?.text).toContain(`Chart prepared.`);
  expect(phone.lastMessage?.text).toContain(en.waited);
  await phone.tap('Stop updates');
  expect(phone.lastMessage?.text).toBe(en.stopped);
  await stage.command('move 2451234567 3 CNF B4 33 UB');
  expect(told(stage).at(-1)).toBe('Nobody agreed to hear of pnr:2451234567.');
  expect(stage.errors).toEqual([]);
});

test('behavior: a STOP ends every trip, and a later yes brings back none of the others', async () => {
  const { stage, phone } = await start();
  await agree(phone);
  await phone.stopPromotions();
  expect(phone.lastMessage?.text).toBe(en.stopped);
  await agree(phone, '2837465012');
  await stage.command('chart 2451234567');
  await stage.command('chart 2837465012');
  expect(told(stage)[0]).toBe('Nobody agreed to hear of pnr:2451234567.');
  expect(phone.lastMessage?.template).toBe('booking_chart_prepared');
  expect(stage.errors).toEqual([]);
});

test('behavior: a word that may mean a stop is answered with how to stop', async () => {
  const { stage, phone } = await start();
  await agree(phone);
  await phone.say('cancel');
  expect(phone.lastMessage?.text).toBe(en.howToStop);
  expect(stage.errors).toEqual([]);
});

test('behavior: when the trip is over, nothing of it is kept', async () => {
  const { stage, phone } = await start();
  await agree(phone);
  await stage.wait('64h');
  await stage.command('move 2451234567 1 "RAC 4"');
  expect(told(stage).at(-1)).toBe('Nobody agreed to hear of pnr:2451234567.');
  expect(stage.errors).toEqual([]);
});

test('error: a PNR that is wrong three times leads to a person, and the bot is quiet until it is given back', async () => {
  const { stage, phone } = await start();
  for (const words of ['pnr', '12345', '9999999999', 'I do not have it']) await phone.say(words);
  expect(said(phone)).toEqual([en.askPnr, en.wrongPnr, en.wrongPnr, en.own.gaveUp, en.person]);
  await phone.say('Hello?');
  expect(said(phone)).toHaveLength(5);
  expect(told(stage)).toEqual(['bookings: a customer waits (Asha, 919876543210).', 'Asha: Hello?']);
  await stage.command('answer 919876543210 Good morning!');
  expect(phone.lastMessage?.text).toBe('Good morning!');
  await stage.command('release +919876543210');
  await phone.say('Hello?');
  expect(phone.lastMessage?.text).toBe(en.menu);
  expect(stage.errors).toEqual([]);
});

test('error: a PNR that nobody knows is asked for again, and so is a yes or no', async () => {
  const { stage, phone } = await start();
  await phone.say('9999999999');
  expect(said(phone)).toEqual([en.wrongPnr, en.askPnr]);
  await phone.send({ type: 'location', latitude: 19, longitude: 72 });
  expect(phone.lastMessage?.text).toBe(en.wrongPnr);
  await phone.say('2451234567');
  await phone.say('perhaps');
  expect(said(phone).slice(-2)).toEqual([en.own.retry, en.askUpdates]);
  await phone.say('back');
  expect(phone.lastMessage?.text).toBe(en.own.cancelled);
  expect(stage.errors).toEqual([]);
});

test('behavior: after a silence the next message begins anew', async () => {
  const { stage, phone } = await start();
  await phone.say('pnr');
  await stage.wait('31m');
  await phone.say('What now?');
  expect(phone.lastMessage?.text).toBe(en.menu);
  await phone.say('2451234567');
  await stage.wait('25h');
  await phone.tap(en.yes);
  expect(phone.lastMessage?.text).toBe(en.own.stale);
  await stage.command('chart 2451234567');
  expect(told(stage).at(-1)).toBe('Nobody agreed to hear of pnr:2451234567.');
  expect(stage.errors).toEqual([]);
});

test('behavior: a restart in the middle of a dialogue loses nothing', async () => {
  const { stage, phone } = await start();
  await phone.say('pnr');
  await stage.restart();
  await phone.say('2451234567');
  await stage.restart();
  await phone.tap(en.yes);
  await stage.restart();
  await stage.command('move 2451234567 1 CNF B4 32 LB');
  expect(said(phone).slice(0, 4)).toEqual([en.askPnr, booking, en.askUpdates, en.agreed]);
  expect(phone.lastMessage?.text).toContain('1 R***h was RAC 5 and is now CNF B4 32 LB');
  expect(stage.errors).toEqual([]);
});

test('behavior: the language can be changed at any moment', async () => {
  const { stage, phone } = await start();
  await phone.say('pnr');
  await phone.say('हिन्दी');
  expect(said(phone).slice(-2)).toEqual([hi.spoken, hi.menu]);
  await phone.tap('PNR स्थिति');
  expect(phone.lastMessage?.text).toBe(hi.askPnr);
  for (const words of ['एक', 'दो', 'तीन']) await phone.say(words);
  expect(said(phone).slice(-2)).toEqual([hi.own.gaveUp, hi.person]);
  await stage.command('release 919876543210');
  await phone.say('English');
  expect(said(phone).slice(-2)).toEqual([en.spoken, en.menu]);
  expect(stage.errors).toEqual([]);
});

test('behavior: who hides the number gets updates at the id with which the consent was given', async () => {
  const { stage } = await start();
  const hidden = stage.phone(meera, { name: 'Meera', bsuid: 'IN.13491208655302741918', hidesNumber: true });
  await agree(hidden);
  await stage.wait('25h');
  await stage.command('chart 2451234567');
  expect(hidden.lastMessage?.template).toBe('booking_chart_prepared');
  expect(hidden.lastMessage?.payload).toMatchObject({ recipient: 'IN.13491208655302741918' });
  expect(told(stage)).toContain('To those who agreed to hear of pnr:2451234567: 1 message, 0.1150 INR.');
  await hidden.say('person');
  await stage.command('answer IN.13491208655302741918 Good morning!');
  expect(hidden.lastMessage?.text).toBe('Good morning!');
  await hidden.say('STOP');
  await stage.command('release IN.13491208655302741918');
  await stage.command('move 2451234567 1 "RAC 4"');
  expect(told(stage).at(-1)).toBe('Nobody agreed to hear of pnr:2451234567.');
  expect(stage.errors).toEqual([]);
});

test('behavior: in a group no booking is shown, and a STOP there counts', async () => {
  const { stage, phone } = await start();
  await agree(phone);
  const groupId = await openGroup(stage.emulator, createClient(stage.emulator.clientOptions), [asha]);
  const inGroup = () =>
    stage.emulator.messages.filter((one) => one.waId === groupId && one.from === 'business');
  await phone.say('Good morning all', { groupId });
  expect(inGroup()).toEqual([]);
  await phone.say('Our PNR is 2451234567', { groupId });
  await phone.say('बस कब है?', { groupId });
  expect(inGroup().map(({ text, type }) => [type, text])).toEqual([
    ['text', en.group],
    ['text', hi.group],
  ]);
  await phone.say('STOP', { groupId });
  await stage.command('chart 2451234567');
  expect(told(stage).at(-1)).toBe('Nobody agreed to hear of pnr:2451234567.');
  expect(stage.errors).toEqual([]);
});

test('error: one update that is refused does not stop the others, and the staff hears of those that do not arrive', async () => {
  const { stage, phone } = await start();
  const second = stage.phone(vikram);
  await agree(phone);
  await agree(second);
  const heal = stage.emulator.injectFault({ code: 131_030, match: { to: asha }, times: 1 });
  await stage.command('move 2451234567 1 "RAC 4"');
  heal();
  expect(phone.lastMessage?.text).toBe(en.agreed);
  expect(second.lastMessage?.text).toContain('is now RAC 4');
  expect(told(stage).slice(1)).toEqual([
    expect.stringMatching(/^Not sent to 919876543210: WhatsApp refused the call with code 131030/),
    'Sent to 1 of 2.',
  ]);
  await phone.block();
  await stage.command('chart 2451234567');
  expect(told(stage)).toContain('A message did not reach 919876543210: error 131026.');
  expect(stage.errors).toEqual([]);
});

test('error: an answer after the window has closed is not sent, and the staff hears why', async () => {
  const { stage, phone } = await start();
  await phone.say('person');
  await stage.wait('25h');
  await stage.command('answer 919876543210 Good morning!');
  expect(told(stage).at(-1)).toMatch(/^Not sent to 919876543210: WhatsApp refused the call with code 131047/);
  expect(phone.lastMessage?.text).toBe(en.person);
  expect(stage.errors).toEqual([]);
});

test.each([
  ['chart 1', 'There is no booking with the PNR "1".'],
  ['move 2451234567 9 "RAC 5"', '2451234567 has the passengers 1 to 3.'],
  ['move 2451234567 1 first', '"first" is no status, such as RAC 5 or CNF B4 32 LB.'],
  ['bus X 5', 'There is no bus "X".'],
  ['bus PNQ-BOM soon', 'By how many minutes? Later: 40, earlier: -15.'],
  ['answer 123 Hello', 'Nobody has written from "123".'],
])('error: the staff types %s', async (line, message) => {
  const { stage } = await start();
  await expect(stage.command(line)).rejects.toThrow(message);
});

test('default: Meta would take the templates', () => {
  expect(validateTemplates(templates).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(templates.map(({ name, language }) => `${name} ${language}`)).toEqual([
    'booking_status_changed en',
    'booking_status_changed hi',
    'booking_chart_prepared en',
    'booking_chart_prepared hi',
    'bus_time_changed en',
    'bus_time_changed hi',
  ]);
});
