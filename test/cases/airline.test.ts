import { DatabaseSync } from 'node:sqlite';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { createClient } from 'wabakit';
import { validateTemplates } from 'wabakit/templates';
import { readDate } from '../../examples/cases/airline/dialogues.ts';
import program from '../../examples/cases/airline/program.ts';
import { texts } from '../../examples/cases/airline/texts.ts';
import { openStage, type Case, type Place, type Stage } from '../../examples/cases/frame.ts';
import { openGroup } from '../helpers/more-places.ts';

const { en, nl } = texts;
const john = '+447700900123';
const sanne = '+31612345678';
const open: Stage[] = [];

/** Opens a stage, and shows where its files are. */
async function openAirline() {
  const places: Place[] = [];
  const watched: Case = {
    ...program,
    start: (place) => {
      places.push(place);
      return program.start(place);
    },
  };
  const stage = await openStage(watched);
  open.push(stage);
  return { stage, file: (name: string): string => places[0]?.file(name) ?? '' };
}

afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

type Phone = ReturnType<Stage['phone']>;
const last = (phone: Phone): string => phone.lastMessage?.text ?? '';
const said = (phone: Phone): readonly string[] => phone.inbox.map(({ text }) => text);
const templatesOn = (phone: Phone): readonly string[] =>
  phone.inbox.flatMap(({ template }) => template ?? []);

async function signUp(phone: Phone, locator: string, surname: string, t = en): Promise<void> {
  await phone.say(t.signUp);
  await phone.tap(t.yes);
  await phone.say(locator);
  await phone.say(surname);
}

/** What the staff were told since a line of the transcript. */
const toldSince = (stage: Stage, from: number): readonly string[] =>
  stage
    .lines()
    .slice(from)
    .filter((line) => line.startsWith('  * '));

test('default: a passenger signs up, finds the booking, and gets the messages of a flight in order', async () => {
  const { stage, file } = await openAirline();
  const phone = stage.phone(john);
  await signUp(phone, 'r4t 9wb', 'carter');
  expect(said(phone)).toEqual([
    en.askConsent,
    en.agreed,
    en.whichLocator,
    en.whichSurname,
    'Booking R4T9WB, John Carter, seat 21B\nNot checked in; possible from 30 hours before departure\n' +
      'PA605 to New York, Wednesday 4 November\nLeaves on time at 17:30, gate E18',
  ]);
  await stage.command('confirm R4T9WB');
  await stage.wait('24h');
  for (const command of ['checkin pa605', 'pass R4T9WB']) await stage.command(command);
  expect(templatesOn(phone)).toEqual(['booking_confirmed', 'checkin_open']);
  expect(stage.lines().at(-1)).toBe('  * R4T9WB is not checked in yet.');
  await phone.tap('Check in');
  expect(last(phone)).toBe('You are checked in, seat 21B. Your boarding pass follows.');
  await stage.command('pass r4t9wb');
  await stage.wait('20h');
  for (const command of ['delay PA605 45', 'gate PA605 E22']) await stage.command(command);
  expect(templatesOn(phone).slice(2)).toEqual(['boarding_pass', 'flight_delayed', 'gate_changed']);
  expect(JSON.stringify(phone.inbox.at(-3)?.payload)).toContain('"filename":"Boarding pass PA605.pdf"');
  expect(said(phone).slice(-2)).toEqual([
    'Hello John, flight PA605 to New York is late: it leaves at 18:15 instead of 17:30. We are sorry for the wait.',
    'Hello John, flight PA605 to New York now leaves from gate E22. The departure is at 18:15, please go there in time.',
  ]);
  const database = new DatabaseSync(file('data.db'));
  const [consent] = database.prepare('SELECT * FROM consents').all();
  database.close();
  expect(consent).toMatchObject({ agrees: 1, purpose: 'flight updates' });
  expect(consent?.['proof']).toBe(`"${en.signUp}"; asked "${en.askConsent}": "Yes"`);
  expect(stage.errors).toEqual([]);
});

test('default: the status of a flight is told by number and day', async () => {
  const { stage } = await openAirline();
  const phone = stage.phone(john);
  await phone.say('flight status');
  await phone.say('605');
  await phone.tap('Tomorrow');
  expect(last(phone)).toBe('PA605 to New York, Tuesday 3 November\nLeaves on time at 17:30, gate E18');
  await phone.say('How is pa 731 doing?');
  expect(last(phone)).toBe('When does PA731 leave?');
  await phone.tap('Another day');
  await phone.say('5-11');
  expect(last(phone)).toBe('PA731 to Porto, Thursday 5 November\nLeaves on time at 07:55, gate B12');
  await phone.say('PA731');
  await phone.say('another day');
  await phone.say('24/12');
  expect(last(phone)).toBe('I have no times of PA731 on Thursday 24 December. I know the next seven days.');
  expect(stage.errors).toEqual([]);
});

test('behavior: a day that is past is one of the next year, and one that does not exist is none', () => {
  const read = ['5-11', '02/11', '1.11', '29-2', '31-11', '0-0', 'tomorrow'].map((text) =>
    readDate(text, '2026-11-02'),
  );
  expect(read).toEqual([
    '2026-11-05',
    '2026-11-02',
    '2027-11-01',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('behavior: a wrong answer is asked again, and after three a person takes over until the release', async () => {
  const { stage } = await openAirline();
  const phone = stage.phone(john);
  await phone.say('flight');
  for (const answer of ['PA999', 'New York', 'the big one']) await phone.say(answer);
  expect(said(phone)).toEqual([en.whichFlight, en.flightRetry, en.flightRetry, en.bot.gaveUp, en.person]);
  expect(stage.lines()).toContain('  * Customer care: a customer waits (447700900123: "the big one").');
  await phone.say('hello');
  expect(last(phone)).toBe(en.person);
  expect(stage.lines()).toContain('  * 447700900123 writes: hello');
  await stage.command(`release ${john}`);
  await phone.say('hello');
  expect(last(phone)).toBe(en.menu);
  expect(stage.errors).toEqual([]);
});

test('behavior: a code with the wrong name is answered as one that does not exist', async () => {
  const { stage } = await openAirline();
  const phone = stage.phone(john);
  for (const [code, name] of [
    ['K7M2QX', 'Carter'],
    ['AAAAAA', 'Carter'],
  ] as const) {
    for (const words of ['my booking', '12345', code, name]) await phone.say(words);
    expect(said(phone).slice(-3)).toEqual([en.locatorRetry, en.whichSurname, en.noBooking]);
  }
  await phone.say('my booking');
  await phone.say('back');
  expect(last(phone)).toBe(en.bot.cancelled);
  await phone.say('nothing');
  expect(last(phone)).toBe(en.menu);
  expect(stage.errors).toEqual([]);
});

test('behavior: after a silence the question is over, and the next message is routed as any other', async () => {
  const { stage } = await openAirline();
  const phone = stage.phone(john);
  await phone.say('flight');
  await stage.wait('31m');
  await phone.say('605');
  expect(last(phone)).toBe(en.menu);
  await phone.say('flight');
  await stage.wait('25h');
  await phone.say('my booking');
  expect(last(phone)).toBe(en.whichLocator);
  expect(stage.errors).toEqual([]);
});

test('behavior: a restart in the middle of a dialogue loses nothing', async () => {
  const { stage } = await openAirline();
  const phone = stage.phone(sanne);
  await phone.say(nl.signUp);
  await stage.restart();
  await phone.tap('Ja');
  await phone.say('K7M2QX');
  await stage.restart();
  await phone.say('Bakker');
  expect(last(phone)).toContain('Boeking K7M2QX, Sanne Bakker, stoel 21A');
  await stage.restart();
  await stage.command('confirm K7M2QX');
  expect(last(phone)).toContain('Hallo Sanne, je boeking K7M2QX is bevestigd: vlucht PA605 naar New York');
  expect(stage.errors).toEqual([]);
});

test('behavior: the language is guessed from the first message, and changed by a word', async () => {
  const { stage } = await openAirline();
  const phone = stage.phone(sanne);
  await phone.say('Hallo');
  expect(last(phone)).toBe(nl.menu);
  await phone.say('English');
  expect(last(phone)).toBe(en.menu);
  await phone.say('Nederlands');
  await phone.tap('Vluchtstatus');
  for (const answer of ['x', 'x', 'x']) await phone.say(answer);
  expect(said(phone).slice(-2)).toEqual([nl.bot.gaveUp, nl.person]);
  expect(stage.errors).toEqual([]);
});

test('behavior: a passenger without a visible number signs up, gets the pushes, and is answered by the staff', async () => {
  const { stage } = await openAirline();
  const phone = stage.phone('+919876543210', { name: 'Priya', bsuid: 'IN.123456789', hidesNumber: true });
  await signUp(phone, 'H3N8LD', 'Menon');
  const before = stage.lines().length;
  await stage.command('confirm H3N8LD');
  expect(toldSince(stage, before)).toEqual([
    '  * Confirmation of H3N8LD: 1 without a visible number, at the price of the country.',
  ]);
  expect(templatesOn(phone)).toEqual(['booking_confirmed']);
  await phone.say('Is there a vegetarian meal?');
  expect(stage.lines().at(-2)).toBe(
    '  * Customer care: a customer waits (IN.123456789: "Is there a vegetarian meal?").',
  );
  await stage.command('answer IN.123456789 Yes, there is.');
  expect(last(phone)).toBe('Yes, there is.');
  await stage.command('release IN.123456789');
  await phone.say('Thank you');
  expect(last(phone)).toBe(en.menu);
  expect(stage.errors).toEqual([]);
});

test('behavior: in a group the status is told as text, and everything else is for a chat of two', async () => {
  const { stage } = await openAirline();
  stage.phone(john);
  const groupId = await openGroup(stage.emulator, createClient(stage.emulator.clientOptions), [john, sanne]);
  const phone = stage.phone(john);
  const inGroup = (): readonly string[] =>
    stage.emulator.messages
      .filter(({ waId, from }) => waId === groupId && from === 'business')
      .map(({ text }) => text);
  await phone.say('flight PA605', { groupId });
  await phone.say('2', { groupId });
  expect(inGroup()).toEqual([
    'When does PA605 leave?\n1. Today\n2. Tomorrow\n3. Another day',
    'PA605 to New York, Tuesday 3 November\nLeaves on time at 17:30, gate E18',
  ]);
  for (const words of ['Shall we meet at six?', 'Yes, at the gate']) await phone.say(words, { groupId });
  expect(inGroup()).toHaveLength(2);
  for (const words of ['my booking', 'agent', en.signUp, 'menu']) await phone.say(words, { groupId });
  expect(inGroup().slice(2)).toEqual([en.notInGroup, en.notInGroup, en.notInGroup, en.menuInGroup]);
  expect(said(phone)).toEqual([]);
  expect(stage.errors).toEqual([]);
});

describe('pushes', () => {
  test('default: only those who agreed get one, and the cost is told before', async () => {
    const { stage } = await openAirline();
    const [his, hers] = [stage.phone(john), stage.phone(sanne)];
    await signUp(his, 'R4T9WB', 'Carter');
    for (const words of ['Mijn boeking', 'K7M2QX', 'Bakker']) await hers.say(words);
    await stage.wait('24h');
    const before = stage.lines().length;
    await stage.command('checkin PA605');
    expect(stage.lines().slice(before)).toEqual([
      '> checkin PA605',
      expect.stringMatching(/^ {2}\* Check-in of PA605: 1 message, 0\.\d+ USD; 1 did not agree\.$/),
      expect.stringMatching(/^Polder Air to John: \(checkin_open\) Hello John/),
    ]);
    expect(templatesOn(hers)).toEqual([]);
    await hers.tap('Stuur mij meldingen');
    await hers.tap('Ja');
    expect(last(hers)).toBe(nl.agreed);
    await stage.wait('20h');
    await stage.command('delay PA605 30');
    expect([...templatesOn(his), ...templatesOn(hers)]).toEqual([
      'checkin_open',
      'flight_delayed',
      'flight_delayed',
    ]);
    expect(last(hers)).toContain('het vertrek is om 18:00 in plaats van 17:30');
    expect(stage.errors).toEqual([]);
  });

  test('behavior: STOP ends them at any time, and "updates" turns them on again', async () => {
    const { stage } = await openAirline();
    const phone = stage.phone(john);
    await signUp(phone, 'R4T9WB', 'Carter');
    await stage.wait('44h');
    await phone.say('flight');
    await phone.say('STOP');
    expect(last(phone)).toBe(en.stopped);
    await stage.command('gate PA605 E22');
    expect(templatesOn(phone)).toEqual([]);
    expect(stage.lines().at(-1)).toBe('  * Gate of PA605: nobody to write to; 1 did not agree.');
    await phone.say('605');
    expect(last(phone)).toBe(en.menu);
    await phone.say('updates');
    await phone.tap('No');
    expect(last(phone)).toBe(en.declined);
    await phone.say('updates');
    await phone.say('yes');
    await stage.command('gate PA605 E23');
    expect(templatesOn(phone)).toEqual(['gate_changed']);
    expect(stage.errors).toEqual([]);
  });

  test("behavior: WhatsApp's own switch ends them too, also when the window has closed", async () => {
    const { stage } = await openAirline();
    const phone = stage.phone(john);
    await signUp(phone, 'R4T9WB', 'Carter');
    await stage.wait('44h');
    await phone.stopPromotions();
    await stage.command('gate PA605 E22');
    expect(stage.lines().at(-1)).toBe('  * Gate of PA605: nobody to write to; 1 did not agree.');
    expect(templatesOn(phone)).toEqual([]);
    expect(stage.errors).toEqual([]);
  });

  test('behavior: check-in opens 30 hours before departure, and is for the own booking', async () => {
    const { stage } = await openAirline();
    const phone = stage.phone('+919876543210');
    await signUp(phone, 'H3N8LD', 'Menon');
    for (const hours of ['24h', '20h'] as const) {
      await stage.command('checkin PA731');
      expect(stage.lines().at(-1)).toBe('  * Check-in of PA731: nobody to write to.');
      await stage.wait(hours);
    }
    await stage.command('checkin PA731');
    for (const words of ['my booking', 'H3N8LD', 'Menon']) await phone.say(words);
    await phone.tap('Check in');
    expect(last(phone)).toBe('You are checked in, seat 4C. Your boarding pass follows.');
    for (const words of ['my booking', 'H3N8LD', 'Menon']) await phone.say(words);
    expect(phone.lastMessage?.buttons).toEqual([]);
    expect(last(phone)).toContain('seat 4C\nChecked in\n');
    await stage.wait('25h');
    await phone.tap('Check in');
    expect(last(phone)).toBe(en.noCheckIn);
    expect(stage.errors).toEqual([]);
  });

  test('error: one refused recipient does not stop the others, and the staff are told', async () => {
    const { stage } = await openAirline();
    const [his, hers] = [stage.phone(john), stage.phone(sanne)];
    await signUp(his, 'R4T9WB', 'Carter');
    await signUp(hers, 'K7M2QX', 'Bakker', nl);
    await stage.wait('44h');
    const heal = stage.emulator.injectFault({ code: 131_008, match: { to: sanne } });
    await stage.command('gate PA605 E22');
    heal();
    expect(templatesOn(his)).toEqual(['gate_changed']);
    expect(
      stage.lines().some((line) => line.startsWith('  * K7M2QX was not reached. WhatsApp refused')),
    ).toBe(true);
    await hers.block();
    await stage.command('gate PA605 E23');
    expect(templatesOn(his)).toHaveLength(2);
    expect(stage.lines().some((line) => line.startsWith('  * 31612345678 was not reached. '))).toBe(true);
    expect(stage.errors).toEqual([]);
  });

  test('error: an answer outside of the window is not sent, and the staff see why', async () => {
    const { stage } = await openAirline();
    const phone = stage.phone(john);
    await phone.say('agent');
    await stage.wait('25h');
    await stage.command(`answer ${john} Are you still there?`);
    expect(last(phone)).toBe(en.person);
    expect(stage.lines().at(-1)).toMatch(
      /^ {2}\* The answer was not sent\. WhatsApp refused the call with code 131047/,
    );
    expect(stage.errors).toEqual([]);
  });

  test('error: a command that names nothing says so', async () => {
    const { stage } = await openAirline();
    await expect(stage.command('confirm NOPE')).rejects.toThrow('There is no booking "NOPE".');
    await expect(stage.command('gate PA999 E1')).rejects.toThrow(
      'No flight "PA999" leaves in the next 24 hours.',
    );
    await expect(stage.command('delay PA605 soon')).rejects.toThrow('Write: delay FLIGHT minutes');
    await expect(stage.command('gate PA605')).rejects.toThrow('Write: gate FLIGHT gate');
    await expect(stage.command('release +15550000000')).rejects.toThrow(
      'Nobody with the number "+15550000000"',
    );
  });
});

test('behavior: link makes the QR code and the button with the sentence that states the consent', async () => {
  const { stage, file } = await openAirline();
  await stage.command('link nl');
  const told = stage.lines().at(-1) ?? '';
  const link = `https://wa.me/15550783881?text=${encodeURIComponent(nl.signUp)}`;
  expect(told.startsWith(`  * ${link}\n`)).toBe(true);
  expect(readFileSync(file('sign-up.svg'), 'utf8')).toContain(`<title>${nl.chat}</title>`);
  expect(readFileSync(file('sign-up.html'), 'utf8')).toContain(`href="${link}"`);
});

test('default: the templates pass review but for the sample of the boarding pass', () => {
  const issues = validateTemplates(program.templates);
  expect(issues.map(({ rule }) => rule)).toEqual(['header-sample', 'header-sample']);
});
