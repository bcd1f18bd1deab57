import { existsSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from 'wabakit';
import { validateTemplates } from 'wabakit/templates';
import type { EmulatorOptions, EmulatorPhone } from 'wabakit/emulator';
import { openStage, type Stage } from '../../examples/cases/frame.ts';
import { isOpen, nextOpening } from '../../examples/cases/bank-support/hours.ts';
import program from '../../examples/cases/bank-support/program.ts';
import { holdsSecret } from '../../examples/cases/bank-support/secrets.ts';
import { describeDay } from '../../examples/cases/bank-support/statistics.ts';
import { greeting, groupNotice, texts } from '../../examples/cases/bank-support/texts.ts';
import { openGroup } from '../helpers/more-places.ts';

const aigerim = '+77010000001';
const dmitry = '+77010000002';
const bsuid = 'KZ.1349120865530274';
const { en, ru } = texts;
/** 21:00 in Almaty, when the desk is closed until Tuesday. */
const atNight: EmulatorOptions = { clock: { start: '2026-11-02T16:00:00Z' } };
const nextMorning = 'on Tuesday at 9:00';

async function open(options?: EmulatorOptions): Promise<Stage> {
  const stage = await openStage(program, options);
  onTestFinished(() => stage.close());
  return stage;
}

const said = ({ inbox }: EmulatorPhone) => inbox.map(({ text }) => text);
const buttonsOf = ({ lastMessage }: EmulatorPhone) => lastMessage?.buttons.map(({ title }) => title);
const told = (stage: Stage) =>
  stage.lines().flatMap((line) => (line.startsWith('  * ') ? [line.slice('  * '.length)] : []));

/** Greets, and taps one button after another. */
async function begin(phone: EmulatorPhone, ...buttons: readonly string[]): Promise<void> {
  await phone.say('Hello');
  for (const button of ['English', ...buttons]) await phone.tap(button);
}

/** Leaves a request while the desk is closed. */
async function leaveRequest(phone: EmulatorPhone, agrees: boolean): Promise<void> {
  await begin(phone, 'Loans', 'Early repayment', en.askPerson);
  await phone.say('May I repay half of it?');
  await phone.tap(agrees ? en.agree : en.disagree);
}

test('default: a customer chooses a language, a department and a topic, and the canned reply is enough', async () => {
  const stage = await open();
  const phone = stage.phone(aigerim);
  await phone.say('Сәлем');
  expect(phone.lastMessage?.text).toBe(greeting);
  expect(buttonsOf(phone)).toEqual(['English', 'Русский']);
  await phone.tap('Русский');
  expect(phone.lastMessage?.text).toBe(ru.menu);
  expect(buttonsOf(phone)).toEqual(Object.values(ru.departments));
  await phone.tap('Карты');
  expect(buttonsOf(phone)).toEqual(['Карта заблокирована', 'Новая карта', ru.otherTopic]);
  await phone.tap('Новая карта');
  expect(phone.lastMessage?.text).toBe(
    `Закажите новую карту в приложении, раздел «Карты». Через три рабочих дня она в отделении.\n\n${ru.helped}`,
  );
  await phone.tap(ru.yes);
  expect(phone.lastMessage?.text).toBe(ru.solved);
  await stage.command('statistics');
  expect(told(stage)).toEqual([
    'chats: 0, answered: 0, missed: 0; solved by the bot: 1',
    'first answer after: none, any answer after: none',
    'departments: none',
    'topics: card-new 1',
    'rating: none',
  ]);
  expect(stage.errors).toEqual([]);
});

test('default: people answer, redirect and release, the customer rates, and the day is counted', async () => {
  const stage = await open();
  const phone = stage.phone(aigerim);
  await begin(phone, 'Cards', 'My card is blocked', en.askPerson);
  expect(phone.lastMessage?.text).toBe(en.details);
  await phone.say('The machine kept my card');
  expect(phone.lastMessage?.text).toBe(en.waits);
  expect(told(stage)).toEqual([
    'cards: a customer waits (77010000001, card-blocked: The machine kept my card).',
  ]);
  const before = phone.inbox.length;
  await stage.wait('4m');
  await stage.command('answer +77010000001 It comes tomorrow.');
  await phone.say('menu');
  await stage.wait('2m');
  await stage.command('canned 77010000001 card-new');
  await stage.command('redirect 77010000001 accounts');
  await stage.command('release 77010000001');
  // The bot was silent meanwhile: the word "menu" went to the desk.
  expect(said(phone).slice(before)).toEqual([
    'It comes tomorrow.',
    'Order a new card in the app under Cards. It is at your branch in three working days.',
    en.redirected('Accounts'),
    en.rate,
  ]);
  expect(told(stage)).toContain('77010000001: menu');
  expect(buttonsOf(phone)).toEqual(['★★★★★', '★★★★', '★★★', '★★', '★']);
  await phone.tap('★★★★');
  await phone.tap('★'); // the first rating of a chat counts
  expect(phone.lastMessage?.text).toBe(en.rated);
  await phone.say('And now?');
  expect(phone.lastMessage?.text).toBe(en.menu);
  await stage.command('statistics');
  expect(told(stage).slice(-5)).toEqual([
    'chats: 1, answered: 1, missed: 0; solved by the bot: 0',
    'first answer after: 4 min, any answer after: 3 min',
    'departments: accounts 1',
    'topics: card-blocked 1',
    'rating: 4.0 of 5, from 1',
  ]);
  expect(stage.errors).toEqual([]);
});

test('behavior: a chat that is released without an answer is a missed one', () => {
  const turn = (kind: string, at: number) => ({ kind, at, user: 'a', department: 'cards', note: 'person' });
  expect(describeDay([turn('waits', 0), turn('released', 60_000)])[0]).toBe(
    'chats: 1, answered: 0, missed: 1; solved by the bot: 0',
  );
  expect(describeDay([turn('waits', 0)])[0]).toContain('missed: 0');
});

test('behavior: an answer that cannot be used is asked again, and the third time a person is called', async () => {
  const stage = await open();
  const phone = stage.phone(aigerim);
  await begin(phone, 'Accounts', en.otherTopic);
  await phone.say('Hm');
  expect(said(phone).slice(-2)).toEqual([en.bot.retry, en.details]);
  await phone.send({ type: 'location', latitude: 43.24, longitude: 76.89 });
  expect(said(phone).slice(-2)).toEqual([en.bot.retry, en.details]);
  await phone.say('?');
  expect(said(phone).slice(-2)).toEqual([en.bot.gaveUp, en.waits]);
  expect(told(stage)).toEqual(['other: a customer waits (77010000001, asks for a person).']);
  expect(stage.errors).toEqual([]);
});

test('behavior: after half an hour of silence the question is over', async () => {
  const stage = await open();
  const phone = stage.phone(aigerim);
  await begin(phone, 'Loans', en.otherTopic);
  await stage.wait('31m');
  await phone.say('May I repay half of it?');
  expect(phone.lastMessage?.text).toBe(en.menu);
  expect(stage.errors).toEqual([]);
});

test('behavior: a restart loses neither the dialogue nor the hand-over', async () => {
  const stage = await open();
  const phone = stage.phone(aigerim);
  await begin(phone, 'Loans', 'Early repayment');
  await stage.restart();
  await phone.tap(en.askPerson);
  await stage.restart();
  await phone.say('May I repay half of it?');
  expect(phone.lastMessage?.text).toBe(en.waits);
  await stage.restart();
  await phone.say('Is anybody there?');
  expect(told(stage).at(-1)).toBe('77010000001: Is anybody there?');
  await stage.command('answer 77010000001 Yes, you may.');
  expect(phone.lastMessage?.text).toBe('Yes, you may.');
  expect(stage.errors).toEqual([]);
});

test('behavior: a tap on an earlier question is answered and not obeyed', async () => {
  const stage = await open();
  const phone = stage.phone(aigerim);
  await begin(phone, 'Loans', 'Early repayment', en.askPerson);
  await phone.tap('Early repayment');
  expect(said(phone).slice(-2)).toEqual([en.bot.stale, en.details]);
  expect(stage.errors).toEqual([]);
});

test('behavior: a card number is answered with a warning, asked again, and kept in no file', async () => {
  let file = (name: string) => name;
  const stage = await openStage({
    ...program,
    start(place) {
      ({ file } = place);
      return program.start(place);
    },
  });
  onTestFinished(() => stage.close());
  const phone = stage.phone(aigerim);
  await begin(phone, 'Cards', en.otherTopic);
  await phone.say('My card is 4400 4301 2345 6789, help');
  expect(said(phone).slice(-2)).toEqual([en.secret, en.details]);
  await phone.say('My card is lost');
  expect(phone.lastMessage?.text).toBe(en.waits);
  await phone.say('The code is 123456');
  expect(phone.lastMessage?.text).toBe(en.secret);
  expect(told(stage).at(-1)).toBe('77010000001: (a secret, which was not kept)');
  const files = ['data.db', 'bot.db', 'bot.db-wal'].map(file).filter((path) => existsSync(path));
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const path of files) expect(readFileSync(path, 'latin1')).not.toMatch(/4301 2345|123456/);
  expect(stage.errors).toEqual([]);
});

test('behavior: numbers of cards and what is called a PIN are found, and what is not is left alone', () => {
  for (const words of [
    '4400430123456789',
    '4400-4301-2345-6789',
    'ПИН-код 1234',
    'cvv: 123',
    'OTP is 004512',
  ])
    expect(holdsSecret(words), words).toBe(true);
  for (const words of ['Call +7 701 000 00 01', 'code', 'I paid 120000 tenge on 12.10', 'зип 050000'])
    expect(holdsSecret(words), words).toBe(false);
});

test('behavior: a lost card reaches people at any hour', async () => {
  const stage = await open(atNight);
  const phone = stage.phone(aigerim);
  await begin(phone, 'Fraud or lost card');
  expect(phone.lastMessage?.text).toBe(en.fraud);
  expect(told(stage)).toEqual(['fraud: a customer waits (77010000001, lost card).']);
  expect(stage.errors).toEqual([]);
});

test('behavior: who asks for a person is handed over by day, and told of the hours by night', async () => {
  const stage = await open({ clock: { start: '2026-11-02T14:59:00Z' } });
  const phone = stage.phone(dmitry);
  await stage.phone(aigerim).say('operator');
  expect(stage.phone(aigerim).lastMessage?.text).toBe(en.waits);
  await stage.wait('1m');
  await phone.say('оператор');
  expect(phone.lastMessage?.text).toBe(ru.closedMenu('во вторник в 9:00'));
  expect(buttonsOf(phone)).toContain('Кредиты');
  expect(stage.errors).toEqual([]);
});

test('behavior: the desk is open by the clock of Almaty', () => {
  expect(isOpen(Date.parse('2026-11-02T03:59:00Z'))).toBe(false);
  expect(isOpen(Date.parse('2026-11-02T04:00:00Z'))).toBe(true);
  expect(isOpen(Date.parse('2026-11-02T15:00:00Z'))).toBe(false);
  expect(nextOpening(Date.parse('2026-11-02T15:00:00Z'))).toEqual({ day: 2, hour: 9 });
  expect(nextOpening(Date.parse('2026-11-07T12:30:00Z'))).toEqual({ day: 1, hour: 9 });
});

test('behavior: a closed desk takes a request, and answers within a day without a template', async () => {
  const stage = await open(atNight);
  const phone = stage.phone(aigerim);
  await begin(phone, 'Loans', 'Early repayment', en.askPerson);
  await phone.say('May I repay half of it?');
  expect(phone.lastMessage?.text).toBe(en.closed(nextMorning));
  await phone.tap(en.disagree);
  expect(phone.lastMessage?.text).toBe(en.noted(1, nextMorning));
  expect(told(stage)).toEqual(['request 1 for loans, loan-early: May I repay half of it?']);
  await stage.wait('13h');
  await stage.command('requests');
  expect(told(stage).at(-1)).toBe('1: 77010000001, loans, loan-early: May I repay half of it?');
  await stage.command('answer 77010000001 Yes, any part of it.');
  expect(phone.lastMessage?.text).toBe('Yes, any part of it.');
  await stage.command('requests');
  expect(told(stage)).toHaveLength(3);
  expect(stage.errors).toEqual([]);
});

test('behavior: an invitation goes to those who agreed, its cost is told first, and one refusal stops nobody', async () => {
  const stage = await open(atNight);
  const [agrees, refuses, hidden, stops, refused] = [
    stage.phone(aigerim),
    stage.phone(dmitry, { name: 'Dmitry' }),
    stage.phone('+77010000003', { name: 'Saule', bsuid, hidesNumber: true }),
    stage.phone('+77010000004', { name: 'Timur' }),
    stage.phone('+77010000005', { name: 'Vera' }),
  ];
  await leaveRequest(refused, true);
  await leaveRequest(agrees, true);
  await leaveRequest(refuses, false);
  await leaveRequest(hidden, true);
  await leaveRequest(stops, true);
  await stops.say('STOP');
  expect(stops.lastMessage?.text).toBe(en.stopped);
  await stage.wait('25h');

  await stage.command('answer 77010000001 Yes, any part of it.');
  expect(told(stage).at(-1)).toBe('77010000001: not sent, 131047 Re-engagement message');
  stage.emulator.injectFault({ code: 131048, match: { to: '+77010000005' } });
  await stage.command('invite');
  expect(told(stage).slice(-3)).toEqual([
    expect.stringMatching(/^2 messages, 0\.\d+ USD, and 1 to customers without a number$/),
    'not to 2 who did not agree',
    expect.stringMatching(/^77010000005: not sent, .*131048/),
  ]);
  const order = stage.lines().flatMap((line) => /2 messages|\(answer_ready\)/.exec(line)?.[0] ?? []);
  expect(order).toEqual(['2 messages', '(answer_ready)', '(answer_ready)']);
  const invited = (phone: EmulatorPhone) => phone.lastMessage?.template === 'answer_ready';
  expect([agrees, refuses, hidden, stops, refused].map(invited)).toEqual([true, false, true, false, false]);
  expect(agrees.lastMessage?.text).toContain('your request 2 (Early repayment)');

  // A second one goes to nobody who has it.
  stage.emulator.injectFault({ code: 131048, match: { to: '+77010000005' } });
  await stage.command('invite');
  expect(told(stage).slice(-3)).toEqual([
    expect.stringMatching(/^1 message, 0\.\d+ USD, and 0 to customers without a number$/),
    'not to 2 who did not agree',
    expect.stringMatching(/^77010000005: not sent, .*131048/),
  ]);
  expect(agrees.inbox.filter(({ template }) => template === 'answer_ready')).toHaveLength(1);

  await agrees.tap('I am here'); // it is 22:00
  expect(agrees.lastMessage?.text).toBe(en.noted(2, 'on Wednesday at 9:00'));
  expect(told(stage).at(-1)).toBe(
    'loans: a customer waits (77010000001, loan-early: May I repay half of it?).',
  );
  await stage.command('answer 77010000001 Yes, any part of it.');
  expect(agrees.lastMessage?.text).toBe('Yes, any part of it.');
  expect(stage.errors).toEqual([]);
});

test('behavior: a message that fails after the send is told to the staff', async () => {
  const stage = await open();
  const phone = stage.phone(aigerim);
  await begin(phone);
  stage.emulator.injectFault({ code: 131026, times: 1 });
  await stage.command('answer 77010000001 Hello');
  expect(told(stage).at(-1)).toMatch(/^77010000001: not delivered, 131026 /);
  expect(stage.errors).toEqual([]);
});

test('behavior: a customer with a hidden number is answered by the user id', async () => {
  const stage = await open();
  const phone = stage.phone('+77010000003', { name: 'Saule', bsuid, hidesNumber: true });
  await begin(phone, 'Loans', en.otherTopic);
  await phone.say('May I repay half of it?');
  expect(told(stage)).toEqual([`loans: a customer waits (${bsuid}, other: May I repay half of it?).`]);
  await stage.command(`answer ${bsuid} Yes, any part of it.`);
  await stage.command(`release ${bsuid}`);
  expect(said(phone).slice(-2)).toEqual(['Yes, any part of it.', en.rate]);
  await phone.tap('★★★');
  expect(phone.lastMessage?.text).toBe(en.rated);
  expect(stage.errors).toEqual([]);
});

test('behavior: in a group each member is told once to write directly', async () => {
  const stage = await open();
  const { emulator } = stage;
  const phone = stage.phone(aigerim);
  const groupId = await openGroup(emulator, createClient(emulator.clientOptions), [aigerim, dmitry]);
  const inGroup = () =>
    emulator.messages
      .filter(({ waId, from }) => waId === groupId && from === 'business')
      .map(({ text }) => text);
  for (const words of ['My card is lost', 'operator', 'menu']) await phone.say(words, { groupId });
  expect(inGroup()).toEqual([groupNotice]);
  await stage.phone(dmitry).say('Hello', { groupId });
  expect(inGroup()).toEqual([groupNotice, groupNotice]);
  expect(told(stage)).toEqual([]);
  expect(stage.errors).toEqual([]);
});

test('behavior: STOP leaves the dialogue, withdraws the consent and keeps the chat', async () => {
  const stage = await open(atNight);
  const phone = stage.phone(aigerim);
  await begin(phone, 'Loans', 'Early repayment', en.askPerson);
  await phone.say('STOP');
  expect(phone.lastMessage?.text).toBe(en.stopped);
  await phone.say('May I repay half of it?');
  expect(phone.lastMessage?.text).toBe(en.menu);
  expect(stage.errors).toEqual([]);
});

test('behavior: a reaction is no message to answer, and the language can be changed', async () => {
  const stage = await open();
  const phone = stage.phone(aigerim);
  await begin(phone);
  const count = phone.inbox.length;
  await phone.react('👍');
  expect(phone.inbox).toHaveLength(count);
  await phone.say('language');
  await phone.tap('Русский');
  expect(phone.lastMessage?.text).toBe(ru.menu);
  expect(stage.errors).toEqual([]);
});

test('behavior: link prints the wa.me link, the button of the site and a QR code', async () => {
  const stage = await open();
  await stage.command('link');
  const [link, button, code] = told(stage);
  expect(link).toBe('https://wa.me/15550783881?text=Hello%2C%20Caspian%20Bank%21');
  expect(button).toMatch(/^<a href="https:\/\/wa\.me\/15550783881" .*class="chat">.*Write to us on WhatsApp/);
  expect(code).toContain('█ ▄▄▄▄▄ █');
  expect(stage.errors).toEqual([]);
});

test('error: a command says what it does not know', async () => {
  const stage = await open();
  await begin(stage.phone(aigerim));
  await expect(stage.command('answer 77019999999 Hello')).rejects.toThrow('Nobody has written from');
  await expect(stage.command('canned 77010000001 nothing')).rejects.toThrow('no canned reply "nothing"');
  await expect(stage.command('redirect 77010000001 kitchen')).rejects.toThrow('Name a department: cards,');
  expect(stage.errors).toEqual([]);
});

test('behavior: Meta would review the templates without an objection', () => {
  expect(validateTemplates(program.templates)).toEqual([]);
});
