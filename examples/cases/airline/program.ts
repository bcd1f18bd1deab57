/** Polder Air: a made-up airline, after what KLM showed in 2017. */
import { createBot } from 'wabakit/bot';
import { createSqliteDialogueStore } from 'wabakit/sqlite';
import type { Case } from '../frame.ts';
import { openDesk } from './desk.ts';
import { createCommands } from './pushes.ts';
import { addRoutes } from './routes.ts';
import { templates } from './templates.ts';
import { texts } from './texts.ts';

const john = '+447700900123';
const sanne = '+31612345678';

export default {
  name: 'airline',
  business: 'Polder Air',
  about: 'flight updates for those who agreed, the status of flights, bookings, and people who answer.',
  templates,
  customers: [
    { number: john, name: 'John' },
    { number: sanne, name: 'Sanne' },
    { number: '+919876543210', name: 'Priya' },
  ],

  start(place) {
    const desk = openDesk(place);
    const dialogues = createSqliteDialogueStore({ file: place.file('bot.db') });
    const bot = createBot({
      client: place.client,
      dialogues,
      people: desk.staff,
      texts: (user, event) => texts[desk.languageOf(user, event)].bot,
    });
    addRoutes(bot, desk);
    return {
      bot,
      commands: createCommands(desk),
      close() {
        dialogues.close();
        desk.database.close();
      },
    };
  },

  async play(stage) {
    const johnsPhone = stage.phone(john);
    const sannesPhone = stage.phone(sanne);
    await stage.command('link');
    await johnsPhone.say(texts.en.signUp);
    await johnsPhone.tap('Yes');
    await johnsPhone.say('R4T9WB');
    await johnsPhone.say('Carter');
    await stage.command('confirm R4T9WB');

    await johnsPhone.say('flight status');
    await johnsPhone.say('the one to New York');
    await johnsPhone.say('605');
    await johnsPhone.tap('Tomorrow');

    await sannesPhone.say(texts.nl.signUp);
    await sannesPhone.tap('Ja');
    await sannesPhone.say('k7m2qx');
    await stage.restart();
    await sannesPhone.say('Bakker');

    await stage.wait('24h');
    await stage.command('checkin PA605');
    await johnsPhone.tap('Check in');
    await stage.command('pass R4T9WB');

    await stage.wait('20h');
    await stage.command('delay PA605 45');
    await sannesPhone.say('STOP');
    await stage.command('gate PA605 E22');

    await johnsPhone.say('Can I take my bike along?');
    await stage.command('answer +447700900123 Yes, for 60 euros. Shall I book it for you?');
    await johnsPhone.say('Yes please');
    await stage.command('answer +447700900123 Done. Have a good flight!');
    await stage.command('release +447700900123');
    await johnsPhone.say('And how late is PA605 now?');
    await johnsPhone.tap('Today');
  },
} satisfies Case;
