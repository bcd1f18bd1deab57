/** What the staff can type. A customer is named by the number, or by the user id where the number is hidden. */
import { randomUUID } from 'node:crypto';
import { isApiError, isWabakitError, recipientOf, type ReplyContent } from 'wabakit';
import { buttonId, menu } from 'wabakit/bot';
import { chatButtonHtml, renderQrText, waMeLink } from 'wabakit/links';
import type { Running } from '../frame.ts';
import { costOf } from '../ports.ts';
import { contactOf, type Customer, type CustomerRequest } from './data.ts';
import { departments, purpose, textsFor, type Desk } from './desk.ts';
import { dateOf } from './hours.ts';
import { describeDay } from './statistics.ts';
import { answerReady } from './templates.ts';

const day = 24 * 3_600_000;

export function createCommands(desk: Desk): Running['commands'] {
  const { place, data, staff, consents } = desk;
  const { messages, phoneNumbers } = place.client;

  function find(contact = ''): Customer {
    const customer = data.findCustomer(contact.replace('+', ''));
    if (customer === undefined) throw new Error(`Nobody has written from "${contact}".`);
    return customer;
  }

  /** Sends to a customer whose window is open. Returns whether WhatsApp took it; otherwise the staff hear why. */
  async function write({ user }: Customer, content: ReplyContent): Promise<boolean> {
    try {
      await messages.reply({ kind: 'customer', ...user }, content);
      return true;
    } catch (error) {
      if (!isApiError(error)) throw error;
      place.tell(`${contactOf(user)}: not sent, ${error.code} ${error.title ?? error.summary}`);
      return false;
    }
  }

  async function answer(customer: Customer, body: string): Promise<void> {
    if (!(await write(customer, body))) return;
    const { key } = customer.user;
    data.addTurn({ id: randomUUID(), at: place.now(), user: key, kind: 'answer' });
    data.markAnswered(key);
  }

  /** Sends the template of a request. One that WhatsApp refuses must not stop the rest. */
  async function sendInvitation({ user, language }: Customer, request: CustomerRequest): Promise<void> {
    const { number, topic } = request;
    const title = data.cannedReply(topic, language)?.title ?? textsFor(desk, user).otherTopic;
    try {
      await messages.sendTemplate({
        ...recipientOf({ kind: 'customer', ...user }),
        template: answerReady[language],
        parameters: {
          body: { number: String(number), topic: title },
          buttons: [buttonId('ready:{request:number}', { request: number })],
        },
      });
      data.markInvited(number);
    } catch (error) {
      if (!isWabakitError(error)) throw error;
      place.tell(`${contactOf(user)}: not sent, ${error.summary}`);
    }
  }

  return {
    answer: (contact, ...words) => answer(find(contact), words.join(' ')),
    async canned(contact, name = '') {
      const customer = find(contact);
      const reply = data.cannedReply(name, customer.language);
      if (reply === undefined) throw new Error(`There is no canned reply "${name}".`);
      await answer(customer, reply.text);
    },
    async redirect(contact, name) {
      const customer = find(contact);
      const department = departments.find((known) => known === name);
      if (department === undefined) throw new Error(`Name a department: ${departments.join(', ')}.`);
      const { user } = customer;
      const [id, at] = [randomUUID(), place.now()];
      staff.release(user.key);
      await staff.takeOver({ id, department, note: contactOf(user), user, at });
      data.addTurn({ id, at, user: user.key, kind: 'redirected', department });
      const words = textsFor(desk, user);
      await write(customer, words.redirected(words.departments[department]));
    },
    async release(contact) {
      const customer = find(contact);
      const { user } = customer;
      const chat = randomUUID();
      staff.release(user.key);
      data.addTurn({ id: chat, at: place.now(), user: user.key, kind: 'released' });
      const { rate, choose } = textsFor(desk, user);
      const ratings = [5, 4, 3, 2, 1].map((stars) => ({
        id: buttonId('rate:{chat}:{stars:number}', { chat, stars }),
        title: '★'.repeat(stars),
      }));
      await write(customer, menu(ratings, { name: 'ratings', body: rate, button: choose }).content);
    },
    requests() {
      for (const { number, contact, department, topic, details } of data.requestsIn('open'))
        place.tell(`${number}: ${contact}, ${department}, ${topic}: ${details}`);
    },
    /** Brings back those whose window has closed before the desk could answer. */
    async invite() {
      const late = data.requestsIn('open').flatMap((request) => {
        const customer = data.customer(request.user);
        return customer === undefined || place.now() - customer.saidAt < day ? [] : [{ customer, request }];
      });
      const agreed = late.filter(({ request }) => consents.has(request.user, purpose));
      const numbers = agreed.flatMap(({ customer }) => customer.user.waId ?? []);
      const hidden = agreed.length - numbers.length;
      place.tell(`${costOf(numbers, 'utility', place.now())}, and ${hidden} to customers without a number`);
      place.tell(`not to ${late.length - agreed.length} who did not agree`);
      for (const { customer, request } of agreed) await sendInvitation(customer, request);
    },
    statistics() {
      const now = place.now();
      const turns = data.turnsSince(now - day).filter(({ at }) => dateOf(Number(at)) === dateOf(now));
      for (const line of describeDay(turns)) place.tell(line);
    },
    /** Prints the ways in: a link, the button of the site, a QR code for the branches. */
    async link() {
      const { display_phone_number: phone } = await phoneNumbers.get({ fields: ['display_phone_number'] });
      const link = waMeLink({ phone, text: 'Hello, Caspian Bank!' });
      place.tell(link);
      place.tell(chatButtonHtml({ phone, label: 'Write to us on WhatsApp', className: 'chat' }));
      place.tell(`for the branches:\n${renderQrText({ link })}`);
    },
  };
}
