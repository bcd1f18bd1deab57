/** A line for the drivers of a fleet, and for nobody else: shifts, locations, documents, damage reports, notices. */
import { createBot } from 'wabakit/bot';
import { createSqliteDialogueStore } from 'wabakit/sqlite';
import type { Case, Place, Running } from '../frame.ts';
import { createConsents, createStaff } from '../ports.ts';
import { createDamageReport } from './damage.ts';
import { openFleet } from './data.ts';
import { play } from './play.ts';
import { addRoutes, type LineState } from './routes.ts';
import { createCommands } from './staff.ts';
import { shiftNotice } from './templates.ts';
import { texts } from './texts.ts';

function start(place: Place): Running {
  const fleet = openFleet(place.file('data.db'), place.now());
  const dialogues = createSqliteDialogueStore({ file: place.file('bot.db') });
  const consents = createConsents(fleet.database);
  const staff = createStaff(fleet.database, place);
  const bot = createBot({
    client: place.client,
    dialogues,
    people: staff,
    state: (): LineState => ({ refusedAt: 0, isAsked: false }),
    texts: ({ waId }) => texts[fleet.find(waId)?.language ?? 'es'].bot,
  });
  addRoutes(bot, createDamageReport(fleet, consents, place), fleet, consents, place);
  return {
    bot,
    commands: createCommands(place, fleet, consents, staff),
    close() {
      dialogues.close();
      fleet.database.close();
    },
  };
}

export default {
  name: 'driver-line',
  business: 'Ruta Clara',
  about: 'A fleet answers its drivers, and nobody else.',
  templates: Object.values(shiftNotice),
  customers: [
    { number: '+525512345678', name: 'Lucía' },
    { number: '+541123456789', name: 'Diego' },
    { number: '+553187654321', name: 'Grace' },
    { number: '+16505551234', name: 'Pat' },
  ],
  start,
  play,
} satisfies Case;
