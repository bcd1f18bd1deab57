/** A travel agency in India: the status of a train booking by its PNR, the times of buses, and news to those who agreed. */
import { createSqliteDialogueStore } from 'wabakit/sqlite';
import type { Case, Place, Running, Stage } from '../frame.ts';
import { createCommands } from './commands.ts';
import { forgetTrips, openDesk } from './desk.ts';
import { createTravelBot } from './routes.ts';
import { templates } from './templates.ts';

const asha = { number: '+919876543210', name: 'Asha' };
const vikram = { number: '+919876501234', name: 'Vikram' };

function start(place: Place): Running {
  const desk = openDesk(place);
  const dialogues = createSqliteDialogueStore({ file: place.file('bot.db') });
  const bot = createTravelBot(desk, dialogues);
  return {
    bot: {
      handlers: bot.handlers,
      sweep(at = place.now()) {
        forgetTrips(desk, Number(at));
        return bot.sweep(at);
      },
    },
    commands: createCommands(desk),
    close() {
      dialogues.close();
      desk.close();
    },
  };
}

async function play(stage: Stage): Promise<void> {
  const one = stage.phone(asha.number);
  await one.say('Namaste');
  await one.tap('PNR status');
  await one.say('245 123 456');
  await one.say('245-123 4567');
  await one.tap('Yes, write to me');

  const two = stage.phone(vikram.number);
  await two.say('नमस्ते');
  await two.tap('बस का समय');
  await two.tap('Pune → Mumbai');
  await stage.restart();
  await two.tap('हाँ, लिखिए');
  await stage.command('bus PNQ-BOM 40');

  await stage.wait('25h');
  await stage.command('move 2451234567 2 "RAC 6"');
  await stage.wait('13h');
  await stage.command('chart 2451234567');
  await one.tap('See the booking');
  await one.tap('Stop updates');
  await stage.command('move 2451234567 1 "CNF B4 32 LB"');

  await one.say('person');
  await one.say('Can Aarav travel with us?');
  await stage.command('answer 919876543210 Not on this train, sorry. I have asked for his refund.');
  await stage.command('release 919876543210');
}

export default {
  name: 'travel-bookings',
  business: 'Neem Tree Travel',
  about: 'Write a PNR such as 2451234567, or "bus"; the staff moves passengers and buses.',
  templates,
  customers: [asha, vikram, { number: '+919876505678', name: 'Meera' }],
  start,
  play,
} satisfies Case;
