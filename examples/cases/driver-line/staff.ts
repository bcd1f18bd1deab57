/** What dispatch types: notices to the drivers on shift, the end of a repair, answers. */
import { isWabakitError } from 'wabakit';
import { locationRequest } from 'wabakit/messages';
import { quoteFromCard, usd20261001 } from 'wabakit/pricing';
import type { Place, Running } from '../frame.ts';
import { addUp, costOf, type Consents, type Staff } from '../ports.ts';
import { reportPurpose } from './damage.ts';
import type { Driver, Fleet } from './data.ts';
import { shiftNotices } from './routes.ts';
import { shiftNotice } from './templates.ts';
import { texts } from './texts.ts';

/** What texts cost once the 1,000 free ones of the month are used up, which only Meta counts. */
function costOfTexts(numbers: readonly string[], at: number): string {
  const message = { card: usd20261001, category: 'service', at, window: 'customer_service' } as const;
  const quotes = numbers.map((to) => quoteFromCard({ ...message, to, freeServiceMessagesUsed: 1000 }));
  return `${numbers.length} text${numbers.length === 1 ? '' : 's'}, at most ${addUp('USD', quotes).total}`;
}

/** Creates the commands. */
export function createCommands(
  { client: { messages }, now, tell }: Pick<Place, 'client' | 'now' | 'tell'>,
  fleet: Fleet,
  consents: Consents,
  staff: Staff,
): Running['commands'] {
  /** Sends, and tells what went wrong. Returns whether WhatsApp took the message. */
  async function attempt({ name }: Driver, send: () => Promise<unknown>): Promise<boolean> {
    try {
      await send();
      return true;
    } catch (error) {
      tell(`${name} was not reached: ${isWabakitError(error) ? error.summary : String(error)}`);
      return false;
    }
  }

  /** Sends to those who agreed, and says before what it costs: a text inside the window, else the template. */
  async function push(
    drivers: readonly Driver[],
    purpose: string,
    write: (driver: Driver) => string,
  ): Promise<void> {
    const at = now();
    const hasAgreed = ({ contact }: Driver): boolean => consents.has(contact, purpose);
    const isOpen = ({ windowClosesAt }: Driver): boolean => windowClosesAt > at;
    const agreed = drivers.filter(hasAgreed);
    const open = agreed.filter(isOpen).map(({ number }) => number);
    const closed = agreed.filter((driver) => !isOpen(driver)).map(({ number }) => number);
    for (const { name } of drivers.filter((driver) => !hasAgreed(driver)))
      tell(`${name} is skipped: has not agreed to it.`);
    if (open.length > 0) tell(`In an open window: ${costOfTexts(open, at)}.`);
    if (closed.length > 0) tell(`With the template shift_notice: ${costOf(closed, 'utility', at)}.`);
    let sent = 0;
    for (const driver of agreed) {
      const [to, notice, { language }] = [driver.number, write(driver), driver];
      const isSent = await attempt(driver, () =>
        isOpen(driver)
          ? messages.sendText({ to, body: texts[language].notice(notice) })
          : messages.sendTemplate({ to, template: shiftNotice[language], parameters: { body: { notice } } }),
      );
      if (isSent) sent += 1;
    }
    tell(`Sent to ${sent} of ${drivers.length}.`);
  }

  /** Finds a driver by the number that was typed, in any spelling. */
  function findDriver(number: string | undefined): Driver | undefined {
    const driver = fleet.find(number);
    if (driver === undefined) tell(`No driver has the number ${number ?? ''}.`);
    return driver;
  }

  return {
    async broadcast(...words) {
      if (words.length === 0) tell('Write what the drivers should know: broadcast The bridge is closed.');
      else await push(fleet.onShift(), shiftNotices, () => words.join(' '));
    },
    async report(id, word) {
      const number = Number(id);
      const driver = word === 'done' ? fleet.finishReport(number) : undefined;
      if (driver === undefined) tell('Write the number of a report that is open: report 1 done');
      else await push([driver], reportPurpose(number), ({ language }) => texts[language].report.done(number));
    },
    async locate(number) {
      const driver = findDriver(number);
      if (driver === undefined) return;
      const { askLocation } = texts[driver.language];
      if (fleet.shiftOf(driver) === undefined) tell(`${driver.name} is not on shift.`);
      else
        await attempt(driver, () =>
          messages.send({ to: driver.number, ...locationRequest({ body: askLocation }) }),
        );
    },
    async answer(number, ...words) {
      const driver = findDriver(number);
      if (driver !== undefined)
        await attempt(driver, () => messages.sendText({ to: driver.number, body: words.join(' ') }));
    },
    release(number) {
      const driver = findDriver(number);
      if (driver === undefined) return;
      staff.release(driver.userKey);
      tell(`The bot answers ${driver.name} again.`);
    },
  };
}
