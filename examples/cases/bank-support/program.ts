/** The support desk of a bank: a bot that answers what it can, and people of five departments behind it. */
import { DatabaseSync } from 'node:sqlite';
import { createBot } from 'wabakit/bot';
import { createSqliteDialogueStore } from 'wabakit/sqlite';
import type { Case } from '../frame.ts';
import { createConsents, createStaff } from '../ports.ts';
import { createCommands } from './commands.ts';
import { createData } from './data.ts';
import { textsFor, type Desk } from './desk.ts';
import { addRoutes, type State } from './routes.ts';
import { answerReady } from './templates.ts';

const [aigerim, dmitry] = ['+77010000001', '+77010000002'];

export default {
  name: 'bank-support',
  business: 'Caspian Bank',
  about: 'the support desk of a made-up bank in Kazakhstan, in English and Russian.',
  templates: [answerReady.en, answerReady.ru],
  customers: [
    { number: aigerim, name: 'Aigerim' },
    { number: dmitry, name: 'Dmitry' },
  ],
  async start(place) {
    const database = new DatabaseSync(place.file('data.db'));
    const dialogues = createSqliteDialogueStore({ file: place.file('bot.db') });
    const staff = createStaff(database, place);
    const desk: Desk = { place, staff, data: createData(database), consents: createConsents(database) };
    const bot = createBot<State>({
      client: place.client,
      dialogues,
      people: staff,
      state: () => ({ isGreeted: false }),
      texts: (user) => textsFor(desk, user).bot,
    });
    addRoutes(bot, desk);
    await bot.sweep(place.now());
    return {
      bot,
      commands: createCommands(desk),
      close() {
        dialogues.close();
        database.close();
      },
    };
  },
  async play(stage) {
    await stage.command('link');
    // Monday, 17:00 in Almaty: the desk is open.
    const customer = stage.phone(aigerim);
    await customer.say('Hello, Caspian Bank!');
    for (const button of ['English', 'Cards', 'My card is blocked', 'Ask a person'])
      await customer.tap(button);
    await customer.say('It is 4400 4301 2345 6789');
    await customer.say('The machine at the airport kept my card');
    await stage.wait('3m');
    await stage.command(
      'answer 77010000001 It will be at your branch tomorrow. Or would you like a new one?',
    );
    await customer.say('A new one, please');
    await stage.command('canned 77010000001 card-new');
    await customer.say('And what is my balance?');
    await stage.command('redirect 77010000001 accounts');
    await stage.command('answer 77010000001 You see it in the app, on the first page.');
    await stage.command('release 77010000001');
    await customer.tap('★★★★★');
    await stage.command('statistics');

    // 21:03: the desk is closed, and takes a request.
    await stage.wait('4h');
    const late = stage.phone(dmitry);
    await late.say('Здравствуйте');
    for (const button of ['Русский', 'Кредиты', 'Другой вопрос']) await late.tap(button);
    await late.say('Можно взять кредитные каникулы?');
    await late.tap('Да, напишите');

    // Wednesday, 10:03: more than a day later only a template may be sent.
    await stage.wait('37h');
    await stage.command('requests');
    await stage.command('answer 77010000002 Да, на три месяца.');
    await stage.command('invite');
    await late.tap('Я здесь');
    await stage.command('answer 77010000002 Да, на три месяца.');
    await stage.command('release 77010000002');
  },
} satisfies Case;
