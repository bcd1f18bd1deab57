import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClient } from 'wabakit';
import type { EmulatorPhone } from 'wabakit/emulator';
import { validateFlowJson } from 'wabakit/flows';
import { validateTemplates } from 'wabakit/templates';
import { openData } from '../../examples/cases/bank-assistant/data.ts';
import program, { createProgram } from '../../examples/cases/bank-assistant/program.ts';
import { createLog, holdsSecret } from '../../examples/cases/bank-assistant/privacy.ts';
import { redeem, signInForm, startSignIn } from '../../examples/cases/bank-assistant/sign-in.ts';
import { callCentre, texts } from '../../examples/cases/bank-assistant/texts.ts';
import { matchWords, threshold, type Understand } from '../../examples/cases/bank-assistant/understand.ts';
import { understandWithModel } from '../../examples/cases/bank-assistant/understand-with-model.ts';
import { openStage, type Stage } from '../../examples/cases/frame.ts';
import { openGroup } from '../helpers/more-places.ts';

const siti = '+6281234567890';
const andi = '+6281298765432';
const hers = { customer_number: '20481937', birth_date: '1990-04-17' };
const { en, id } = texts;

const stages: Stage[] = [];
const expected: unknown[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) {
    await stage.close();
    expect(stage.errors).toEqual(expected.splice(0));
  }
});

/** Opens the case, and looks at the screen of the staff and into the folder of the program. */
async function open(understand: Understand = matchWords) {
  const told: string[] = [];
  const folder = { path: '' };
  const base = createProgram(understand);
  const stage = await openStage({
    ...base,
    start(place) {
      folder.path = place.file('');
      const tell = (line: string): void => {
        told.push(line);
        place.tell(line);
      };
      return base.start({ ...place, tell });
    },
  });
  stages.push(stage);
  return { stage, told, folder, phone: stage.phone(siti) };
}

const said = ({ inbox }: EmulatorPhone): readonly string[] => inbox.map(({ text }) => text);
const last = (phone: EmulatorPhone): string | undefined => phone.lastMessage?.text;
const tokenOf = ({ inbox }: EmulatorPhone): string | undefined =>
  inbox.flatMap(({ buttons }) => buttons).findLast(({ kind }) => kind === 'flow')?.id;

describe('balance', () => {
  test('default: it is shown after a sign-in, in the language of the first message', async () => {
    const { stage, phone } = await open();
    await phone.say('Halo');
    await phone.tap('Saldo saya');
    expect(phone.lastMessage).toMatchObject({ text: id.signIn, buttons: [{ kind: 'flow', title: 'Masuk' }] });
    await phone.completeFlow(hers);
    expect(last(phone)).toBe('Saldo rekening berakhiran 4417: Rp 4.250.000.');

    const second = stage.phone(andi);
    await second.say('Hello');
    await second.say('What is my balance?');
    await second.completeFlow({ customer_number: '20593311', birth_date: '1984-11-02' });
    expect(said(second)).toEqual([en.welcome, en.signIn, 'Your account ending in 9020 holds Rp 812,500.']);
  });

  test('behavior: a sign-in holds for 10 minutes', async () => {
    const { stage, phone } = await open();
    await phone.say('saldo');
    await phone.completeFlow(hers);
    await stage.wait('9m');
    await phone.say('saldo');
    expect(last(phone)).toContain('4417');
    await stage.wait('2m');
    await phone.say('saldo');
    expect(last(phone)).toBe(id.signIn);
  });

  test('behavior: a token works once', async () => {
    const { phone } = await open();
    await phone.say('saldo');
    await phone.completeFlow(hers);
    await phone.completeFlow(hers);
    expect(last(phone)).toBe(id.unusable);
  });

  test('behavior: a token is over after 10 minutes', async () => {
    const { stage, phone } = await open();
    await phone.say('saldo');
    await stage.wait('11m');
    await phone.completeFlow(hers);
    expect(said(phone)).toEqual([id.signIn, id.unusable]);
  });

  test('behavior: the token of another user, and one that the program did not make, are worth nothing', async () => {
    const { stage, phone } = await open();
    const second = stage.phone(andi);
    await phone.say('saldo');
    await second.say('saldo');
    for (const flow_token of [tokenOf(phone), 'unused']) {
      await second.completeFlow({ ...hers, flow_token });
      expect(last(second)).toBe(id.unusable);
    }
    await phone.completeFlow(hers);
    expect(last(phone)).toContain('4417');
  });

  test('behavior: the right data from another number are wrong', async () => {
    const { stage } = await open();
    const second = stage.phone(andi);
    await second.say('saldo');
    await second.completeFlow(hers);
    expect(said(second)).toEqual([id.signIn, id.wrong, id.signIn]);
  });

  test('behavior: after three wrong forms a person takes over, and no form comes for an hour', async () => {
    const { stage, phone, told } = await open();
    await phone.say('saldo');
    for (let turn = 0; turn < 3; turn += 1) await phone.completeFlow({ ...hers, birth_date: '1990-04-18' });
    expect(said(phone)).toEqual([id.signIn, id.wrong, id.signIn, id.wrong, id.signIn, id.locked]);
    expect(told).toEqual(['accounts: a customer waits (case 1, sign-in locked).']);
    await stage.command('release 1');
    await phone.say('saldo');
    expect(last(phone)).toBe(id.locked);
    await stage.command('release 2');
    await stage.wait('1h');
    await phone.say('saldo');
    expect(last(phone)).toBe(id.signIn);
  });

  test('behavior: a form that comes back after a restart, and in the middle of a dialogue, is taken', async () => {
    const { stage, phone } = await open();
    await phone.say('saldo');
    await phone.say('cabang');
    await stage.restart();
    await phone.completeFlow(hers);
    expect(said(phone)).toEqual([id.signIn, id.where, 'Saldo rekening berakhiran 4417: Rp 4.250.000.']);
    await phone.say('Bandung');
    expect(last(phone)).toBe(id.what);
  });

  test('behavior: the message that used a token may use it again, because a handler can run twice', () => {
    const database = openData(':memory:');
    const user = {
      key: 'k',
      waId: '6281234567890',
      bsuid: undefined,
      name: undefined,
      phoneNumberId: '1',
      groupId: undefined,
    };
    const form = { ...hers, flow_token: startSignIn(database, user, 0) };
    const use = (wamid: string) => redeem(database, form, { user, wamid, now: 1 });
    expect(['a', 'a', 'b'].map(use)).toEqual(['signed in', 'signed in', 'unusable']);
    database.close();
  });

  test('error: a Flow that cannot be published fails the event, and the next customer tries again', async () => {
    const { stage, phone } = await open();
    stage.emulator.injectFault({ code: 100, match: { method: 'POST', path: '/flows' }, times: 1 });
    await phone.say('saldo');
    expect(said(phone)).toEqual([]);
    expected.push(expect.objectContaining({ code: 100 }));
    await phone.say('saldo');
    expect(said(phone)).toEqual([id.signIn]);
  });

  test('behavior: a customer whose number is hidden is helped by a person', async () => {
    const { stage, told } = await open();
    const bo = stage.phone('+6281300000001', { name: 'Bo', bsuid: 'ID.123', hidesNumber: true });
    await bo.say('balance please');
    expect(said(bo)).toEqual([en.hiddenNumber]);
    expect(told).toEqual(['accounts: a customer waits (case 1, number not shown).']);
    await stage.command('answer 1 Please come to a branch.');
    expect(last(bo)).toBe('Please come to a branch.');
  });

  test.each([en, id])('default: Meta would publish the form "$form.title"', (one) => {
    expect(validateFlowJson(signInForm(one))).toEqual([]);
  });
});

describe('branches', () => {
  test('default: a location and a choice give the three nearest', async () => {
    const { phone } = await open();
    await phone.say('Where is the nearest branch?');
    expect(phone.lastMessage).toMatchObject({ text: en.where, type: 'interactive' });
    await phone.send({ type: 'location', latitude: -6.19, longitude: 106.83 });
    await phone.tap('Branch');
    expect(last(phone)).toBe(
      [
        en.nearest,
        '- Merdu Thamrin, Jl. M.H. Thamrin 12, Jakarta: 0.8 km',
        '- Merdu Kemang, Jl. Kemang Raya 40, Jakarta: 8.1 km',
        '- Merdu Dago, Jl. Dago 101, Bandung: 116.2 km',
      ].join('\n'),
    );
  });

  test('behavior: a location or a town that comes by itself begins the dialogue with it', async () => {
    const { phone } = await open();
    await phone.send({ type: 'location', latitude: -7.26, longitude: 112.75 });
    await phone.tap('ATM');
    expect(last(phone)).toMatch(/^Yang terdekat:\n- ATM Gubeng/);
    await phone.say('cabang di Bandung');
    expect(last(phone)).toBe(id.what);
    await phone.say('1');
    expect(last(phone)).toMatch(/^Yang terdekat:\n- Merdu Dago/);
  });

  test('behavior: a restart in the middle loses nothing', async () => {
    const { stage, phone } = await open();
    await phone.say('cabang');
    await stage.restart();
    await phone.say('Surabaya');
    await stage.restart();
    await phone.tap('Cabang');
    expect(said(phone).slice(0, 2)).toEqual([id.where, id.what]);
    expect(last(phone)).toMatch(/^Yang terdekat:\n- Merdu Darmo/);
  });

  test('behavior: what is no place is asked again, and after three attempts a person takes over', async () => {
    const { phone, told } = await open();
    await phone.say('cabang');
    for (const town of ['Atlantis', 'Entahlah', 'Di rumah']) await phone.say(town);
    const again = [id.bot.retry, id.where];
    expect(said(phone)).toEqual([id.where, ...again, ...again, id.bot.gaveUp, id.person]);
    expect(told).toEqual(['service: a customer waits (case 1, needs a person).']);
  });

  test('behavior: after a day of silence the next message is routed anew', async () => {
    const { stage, phone } = await open();
    await phone.say('cabang');
    await stage.wait('25h');
    await phone.say('Terima kasih');
    expect(said(phone)).toEqual([id.where, id.thanks]);
  });

  test('behavior: a tap on an old question is answered, not obeyed', async () => {
    const { phone } = await open();
    await phone.say('cabang di Bandung');
    await phone.tap('Cabang');
    await phone.tap('Cabang');
    expect(last(phone)).toBe(id.bot.stale);
  });
});

describe('people', () => {
  test.each([
    ['Kartu saya hilang!', id],
    ['My card was stolen, and what is my balance?', en],
  ])('behavior: "%s" is handed over at once, with the number of the call centre', async (words, text) => {
    const { phone, told } = await open();
    await phone.say(words);
    expect(said(phone)).toEqual([text.blocked]);
    expect(text.blocked).toContain(callCentre);
    expect(told).toEqual(['cards: a customer waits (case 1, card blocked).']);
  });

  test('behavior: while a person answers the assistant is silent, and comes back when the case is closed', async () => {
    const { stage, phone, told } = await open();
    await phone.say('petugas');
    await phone.say('Halo?');
    await stage.command('answer 1 Selamat pagi, ada yang bisa dibantu?');
    expect(said(phone)).toEqual([id.person, 'Selamat pagi, ada yang bisa dibantu?']);
    await stage.command('release 1');
    await phone.say('Halo');
    expect(last(phone)).toBe(id.welcome);
    await stage.command('answer 1 Halo');
    await stage.command('release 1');
    expect(told.slice(1)).toEqual([
      'Case 1 is closed; the assistant answers again.',
      'There is no such case.',
      'There is no such case.',
    ]);
  });

  test('error: an answer after the window has closed is told to the staff', async () => {
    const { stage, phone, told } = await open();
    await phone.say('petugas');
    await stage.wait('25h');
    await stage.command('answer 1 Halo');
    expect(said(phone)).toEqual([id.person]);
    expect(told.at(-1)).toMatch(/^The answer was not sent: WhatsApp answered 131047, .+\.$/);
  });

  test('behavior: two messages in a row that are not understood are handed over; what is understood starts the count again', async () => {
    const { stage, phone, told } = await open();
    for (const words of ['Xyzzy', 'Saldo dan biaya?']) await phone.say(words);
    expect(said(phone)).toEqual([id.unsure, id.unsureTwice]);
    expect(told).toEqual(['service: a customer waits (case 1, not understood twice).']);

    const second = stage.phone(andi);
    for (const words of ['Xyzzy', 'Thanks', 'Xyzzy']) await second.say(words);
    expect(said(second)).toEqual([id.unsure, id.thanks, id.unsure]);
    expect(told).toHaveLength(1);
  });

  test('behavior: it stays in its domain, says what it is, and what it cannot read', async () => {
    const { phone } = await open();
    await phone.say('Write me a poem, please');
    await phone.say('Are you human?');
    await phone.send({
      type: 'image',
      bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
      mimeType: 'image/jpeg',
    });
    await phone.react('👍');
    expect(said(phone)).toEqual([en.declined, en.about, en.onlyText]);
  });

  test('behavior: the language can be changed by a button and by a word', async () => {
    const { phone } = await open();
    await phone.say('Halo');
    await phone.tap('English');
    await phone.say('fees');
    expect(said(phone).slice(1)).toEqual([
      en.welcome,
      '*Fees*\n\n- Account: Merdu Basic; A month: *free*\n- Account: Merdu Plus; A month: Rp 10,000\n\nAll of them: our list (https://bank-merdu.example/fees).',
    ]);
    await phone.say('Bahasa');
    expect(last(phone)).toBe(id.welcome);
  });

  test('behavior: in a group it finds branches and says nothing of accounts', async () => {
    const { stage, phone, told } = await open();
    const { emulator } = stage;
    const groupId = await openGroup(emulator, createClient(emulator.clientOptions), [siti]);
    const words = [
      'Where is a branch?',
      'Bandung',
      '2',
      'my balance',
      'I lost my card',
      'operator',
      'Xyzzy',
      'alerts',
    ];
    for (const body of words) await phone.say(body, { groupId });
    const toGroup = emulator.messages.filter(({ from, waId }) => from === 'business' && waId === groupId);
    expect(toGroup.map(({ text }) => text)).toEqual([
      en.where,
      `${en.what}\n1. Branch\n2. ATM`,
      expect.stringMatching(/^Nearest to you:\n- ATM Braga/),
      en.privateOnly,
      en.privateOnly,
      en.privateOnly,
      en.groupUnsure,
      en.privateOnly,
    ]);
    expect(toGroup.every(({ type }) => type === 'text')).toBe(true);
    expect(phone.inbox.filter(({ type }) => type === 'interactive')).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe('secrets', () => {
  test.each([
    '482913',
    'PIN saya 482913',
    'OTP: 1234',
    'cvv 123',
    'kata sandi saya rahasia123',
    'kata sandi: 99887',
    '4111 1111 1111 1111',
    'nomor 5500-0000-0000-0004 ya',
  ])('behavior: "%s" is refused with a warning, and nothing else reads it', async (secret) => {
    const understand = vi.fn(matchWords);
    const { phone } = await open(understand);
    await phone.say(secret);
    expect(said(phone)).toEqual([id.secret]);
    expect(understand).not.toHaveBeenCalled();
  });

  test.each(['How do I change my PIN?', 'saldo', '1', 'Kartu saya hilang', 'Rp 10', 'Jl. Dago 101, Bandung'])(
    'behavior: "%s" is no secret',
    (text) => {
      expect(holdsSecret(text)).toBe(false);
    },
  );

  test('behavior: the number of a blocked card is refused, and the customer is handed over all the same', async () => {
    const { phone, told } = await open();
    await phone.say('Kartu saya 4111 1111 1111 1111 diblokir');
    expect(said(phone)).toEqual([id.secret, id.blocked]);
    expect(told).toHaveLength(1);
    await phone.say('PIN saya 482913');
    expect(said(phone)).toEqual([id.secret, id.blocked, id.secret]);
    expect(told).toHaveLength(1);
  });

  test('behavior: a secret in the caption of a picture is refused, and one in the middle of a dialogue does not end it', async () => {
    const { phone } = await open();
    const jpeg = { bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), mimeType: 'image/jpeg' };
    await phone.say('cabang');
    await phone.send({ type: 'image', ...jpeg, caption: 'PIN 482913' });
    await phone.say('Bandung');
    expect(said(phone)).toEqual([id.where, id.secret, id.what]);
  });

  test('behavior: no personal data in the log, on the screen of the staff, and no secret in the files', async () => {
    const { stage, phone, told, folder } = await open();
    const bo = stage.phone('+6281300000001', {
      name: 'Bo Zainuddin',
      bsuid: 'ID.123canary',
      hidesNumber: true,
    });
    const words = ['Halo, saya Siti Rahmawati', 'saldo', 'PIN saya 482913', '4111 1111 1111 1111'];
    for (const body of words) await phone.say(body);
    await phone.completeFlow({ ...hers, birth_date: '1990-04-18' });
    await phone.completeFlow(hers);
    await phone.say('Kartu saya 4111 1111 1111 1111 dicuri');
    await stage.command('answer 1 Halo Siti');
    for (const body of ['Xyzzy Zainuddin', 'Xyzzy Zainuddin']) await bo.say(body);
    await stage.command('notice parcel');
    await stage.command('release 1');
    expect(last(bo)).toBe(id.unsureTwice);
    expect(said(phone)).toContain('Saldo rekening berakhiran 4417: Rp 4.250.000.');

    const log = readFileSync(join(folder.path, 'assistant.log'), 'utf8');
    expect(log).toContain('"message":"handed over","department":"cards","reason":"card blocked"}');
    const screen = [...told, log].join('\n');
    const canaries = [
      '482913',
      '4111',
      '1111',
      'Siti',
      'Rahmawati',
      'Zainuddin',
      '81234567890',
      '81300000001',
    ];
    for (const canary of [...canaries, 'ID.123canary', '20481937', '1990-04', '4.250', '4250000', '4417'])
      expect(screen).not.toContain(canary);

    const files = readdirSync(folder.path);
    expect(files).toEqual(expect.arrayContaining(['assistant.log', 'bot.db', 'data.db']));
    for (const file of files) {
      const bytes = readFileSync(join(folder.path, file), 'latin1');
      for (const secret of ['482913', '4111 1111', '4111111111111111']) expect(bytes).not.toContain(secret);
    }
  });

  test('behavior: the log drops what a careless line would give it', () => {
    const lines: string[] = [];
    const log = createLog(
      () => 0,
      (line) => void lines.push(line),
    );
    log('balance of 20481937', {
      intent: 'balance',
      confidence: 0.5,
      name: 'siti',
      reason: 'Siti 4417',
      step: 'x'.repeat(41),
    });
    expect(lines).toEqual([
      '{"at":"1970-01-01T00:00:00.000Z","message":"balance of #","intent":"balance","confidence":0.5}',
    ]);
  });
});

describe('notices', () => {
  test('default: the cost is told first, then those who agreed get one, each in their language', async () => {
    const { stage, phone, told } = await open();
    const second = stage.phone(andi);
    const third = stage.phone('+6281300000002', { name: 'Dewi' });
    const bo = stage.phone('+6281300000001', { name: 'Bo', bsuid: 'ID.123', hidesNumber: true });
    for (const one of [phone, bo]) {
      await one.say('Beri tahu saya');
      await one.tap('Ya, beri tahu');
    }
    await second.say('Please warn me');
    await second.tap('Yes, warn me');
    await third.say('Halo');
    await stage.wait('25h');
    await stage.command('notice parcel');

    expect(told).toEqual([
      expect.stringMatching(
        /^A notice to those who agreed: 2 messages, 0\.\d+ USD, and 1 to people who show no number, whose price is not known\.$/,
      ),
      '3 of 3 notices were sent.',
    ]);
    const lines = stage.lines();
    const first = lines.findIndex((line) => line.includes('(merdu_safety_notice)'));
    expect(lines.findIndex((line) => line.includes('A notice to those who agreed'))).toBeLessThan(first);
    expect(last(second)).toContain(en.tricks.parcel);
    for (const one of [phone, bo]) expect(last(one)).toContain(id.tricks.parcel);
    expect(said(third)).toEqual([id.welcome]);
  });

  test('behavior: STOP withdraws the consent, in the middle of a dialogue too', async () => {
    const { stage, phone, told } = await open();
    await phone.say('Beri tahu saya');
    await phone.tap('Ya, beri tahu');
    await phone.say('cabang');
    await phone.say('STOP');
    await stage.command('notice parcel');
    expect(said(phone)).toEqual([id.offer, id.agreed, id.where, id.stopped]);
    expect(told).toEqual([expect.stringContaining('0 messages, '), '0 of 0 notices were sent.']);
  });

  test('error: one who is refused does not stop the others, and an unknown trick sends nothing', async () => {
    const { stage, phone, told } = await open();
    const second = stage.phone(andi);
    for (const one of [phone, second]) {
      await one.say('Beri tahu saya');
      await one.tap('Ya, beri tahu');
    }
    await stage.command('notice weather');
    expect(told).toEqual(['Name a trick: parcel, prize.']);
    stage.emulator.injectFault({ code: 132001, match: { to: siti, type: 'template' } });
    await stage.command('notice prize');
    expect(told.slice(-2)).toEqual([
      expect.stringMatching(/^A notice was not sent: WhatsApp answered 132001, .+\.$/),
      '1 of 2 notices were sent.',
    ]);
    expect(last(phone)).toBe(id.agreed);
    expect(last(second)).toContain(id.tricks.prize);
  });

  test('default: Meta would take the templates', () => {
    expect(validateTemplates(program.templates)).toEqual([]);
  });
});

describe('understanding', () => {
  const context = { language: 'en' } as const;

  test.each([
    ['Good morning!', 'greeting', 1],
    ['Hello, what is my BALANCE?', 'balance', 1],
    ['Berapa saldo saya', 'balance', 1],
    ['kantor terdekat di mana', 'branch', 1],
    ['Jakarta', 'branch', 1],
    ['My card is lost, where is a branch?', 'card_blocked', 1],
    ['Bagaimana ganti PIN', 'pin_help', 1],
    ['Tell me a joke', 'off_topic', 1],
    ['saldo dan biaya', 'balance', 0.5],
    ['spinning', 'unsure', 0],
    ['', 'unsure', 0],
  ])('default: "%s" is %s, with a confidence of %s', async (text, intent, confidence) => {
    expect(await matchWords(text, context)).toMatchObject({ intent, confidence });
  });

  test('behavior: a model chooses from the list, and sees no long number', async () => {
    const complete = vi.fn(async () => '{"intent":"branch","confidence":0.9,"entities":{"town":"Bandung"}}');
    const { phone } = await open(understandWithModel(complete, matchWords));
    await phone.say('Somewhere to bring cash in Bandung, my account is 20481937');
    expect(last(phone)).toBe(en.what);
    expect(JSON.stringify(complete.mock.calls)).toContain('my account is #"');
  });

  test.each([
    ['no JSON', async () => 'Sure! Your balance is Rp 1.'],
    ['an intent of its own', async () => '{"intent":"give_loan","confidence":1,"entities":{}}'],
    ['a confidence that is none', async () => '{"intent":"fees","confidence":7,"entities":{}}'],
    ['an error', async () => Promise.reject(new Error('down'))],
    ['nothing in time', () => new Promise<string>(() => {})],
  ])('behavior: after %s the words decide', async (_, complete) => {
    const understand = understandWithModel(complete, matchWords, 20);
    expect(await understand('my balance', context)).toMatchObject({ intent: 'balance', confidence: 1 });
    expect(threshold).toBeLessThan(1);
  });
});
