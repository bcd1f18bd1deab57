/** An assistant of a bank that knows its limits: intents, a balance after a sign-in, branches, and people for the rest. */
import { appendFileSync } from 'node:fs';
import { isApiError } from 'wabakit';
import { createSqliteDialogueStore } from 'wabakit/sqlite';
import type { Case, Place, Running, Stage } from '../frame.ts';
import { costOf, createConsents, createStaff } from '../ports.ts';
import { closeCase, findCase, findPerson, openData, type KnownUser } from './data.ts';
import { createLog } from './privacy.ts';
import { createAssistant } from './routes.ts';
import { safetyNoticeEn, safetyNoticeId } from './templates.ts';
import { texts, type Texts } from './texts.ts';
import { matchWords, type Understand } from './understand.ts';

type Trick = keyof Texts['tricks'];
const isTrick = (word: string): word is Trick => Object.hasOwn(texts.en.tricks, word);

/** Starts the assistant with a function that understands. */
function start(place: Place, understand: Understand): Running {
  const database = openData(place.file('data.db'));
  const dialogues = createSqliteDialogueStore({ file: place.file('bot.db') });
  const consents = createConsents(database);
  const staff = createStaff(database, place);
  const log = createLog(place.now, (line) => appendFileSync(place.file('assistant.log'), `${line}\n`));
  const bot = createAssistant({ place, database, dialogues, consents, staff, understand, log });

  /** Sends what may be refused; the staff hear of a refusal, without the number of the customer. */
  async function attempt(what: string, send: Promise<unknown>): Promise<boolean> {
    try {
      await send;
      return true;
    } catch (error) {
      const why = isApiError(error) ? `WhatsApp answered ${error.code}, ${error.title}` : 'the call failed';
      place.tell(`${what} was not sent: ${why}.`);
      return false;
    }
  }

  function sendNotice({ address, language }: KnownUser, trick: Trick): Promise<unknown> {
    const { messages } = place.client;
    const parameters = { body: { trick: texts[language].tricks[trick] } };
    return language === 'en'
      ? messages.sendTemplate({ ...address, template: safetyNoticeEn, parameters })
      : messages.sendTemplate({ ...address, template: safetyNoticeId, parameters });
  }

  async function notice(word = ''): Promise<void> {
    if (!isTrick(word)) return place.tell(`Name a trick: ${Object.keys(texts.en.tricks).join(', ')}.`);
    const people = consents.everyone('notices').flatMap((person) => findPerson(database, person) ?? []);
    const numbers = people.flatMap(({ address }) => address.waId ?? []);
    const hidden = people.length - numbers.length;
    const more = hidden === 0 ? '' : `, and ${hidden} to people who show no number, whose price is not known`;
    place.tell(`A notice to those who agreed: ${costOf(numbers, 'utility', place.now())}${more}.`);
    let sent = 0;
    for (const person of people) if (await attempt('A notice', sendNotice(person, word))) sent += 1;
    place.tell(`${sent} of ${people.length} notices were sent.`);
  }

  async function answer(number = '', ...words: string[]): Promise<void> {
    const customer = findCase(database, Number(number));
    if (customer === undefined) return place.tell('There is no such case.');
    const { messages } = place.client;
    await attempt('The answer', messages.sendText({ ...customer.address, body: words.join(' ') }));
  }

  function release(number = ''): void {
    const customer = findCase(database, Number(number));
    if (customer === undefined) return place.tell('There is no such case.');
    staff.release(customer.key);
    closeCase(database, customer.key);
    place.tell(`Case ${Number(number)} is closed; the assistant answers again.`);
  }

  return {
    bot,
    commands: { notice, answer, release },
    close: () => {
      dialogues.close();
      database.close();
    },
  };
}

const siti = { number: '+6281234567890', name: 'Siti' };
const andi = { number: '+6281298765432', name: 'Andi' };

async function play({ phone, command, restart }: Stage): Promise<void> {
  const first = phone(siti.number);
  await first.say('Halo');
  await first.say('Berapa saldo saya?');
  await first.completeFlow({ customer_number: '20481937', birth_date: '1990-04-17' });
  await first.say('Tulis puisi untuk saya');
  await first.send({ type: 'location', latitude: -6.19, longitude: 106.83 });
  await first.tap('Cabang');
  await first.say('PIN saya 482913');
  await first.say('Kartu saya diblokir!');
  await command('answer 1 Kartu Anda sudah kami buka. Ada lagi?');
  await first.say('Tidak, terima kasih');
  await command('release 1');

  const second = phone(andi.number);
  await second.say('Please warn me of swindlers');
  await second.tap('Yes, warn me');
  await command('notice parcel');
  await second.say('STOP');
  await second.say('What is near me?');
  await restart();
  await second.say('Atlantis');
  await second.say('In Bandung');
  await second.tap('ATM');
}

/** Returns the case with a function that understands: the word matcher, or `understandWithModel(…)`. */
export const createProgram = (understand: Understand) =>
  ({
    name: 'bank-assistant',
    business: 'Bank Merdu',
    about: 'An assistant with intents: balance after a sign-in, branches, blocked cards, safety notices.',
    templates: [safetyNoticeEn, safetyNoticeId],
    customers: [siti, andi],
    start: (place: Place) => start(place, understand),
    play,
  }) satisfies Case;

export default createProgram(matchWords);
