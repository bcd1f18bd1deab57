/** What must be true of the packed package on every runtime. No test framework, no Node: each check is a function that throws. */
import { onWorkers, type Check } from './check.ts';
import { readsAndWritesFiles, remembersInSqlite, talksOverHttp } from './machine.ts';
import { buildsTemplates, prices } from './planning.ts';
import { answersFlows, answersTheHandshake, receives, verifiesSignatures } from './receiving.ts';
import {
  carriesFiles,
  knowsWhatWasNeverSent,
  leavesDoubtAsDoubt,
  refusesWrongInput,
  sends,
} from './sending.ts';
import { talks } from './talking.ts';

/** Every check, in the order in which they run. */
export const checks: readonly Check[] = [
  { name: 'sends through the emulator, and types its refusal', run: sends },
  { name: 'refuses wrong input before anything is sent', run: refusesWrongInput },
  { name: 'uploads and downloads bytes, blobs and streams', run: carriesFiles },
  {
    name: onWorkers
      ? 'a refused connection is of unknown outcome'
      : 'a refused connection proves that nothing was sent',
    run: knowsWhatWasNeverSent,
  },
  { name: 'silence and a 502 page are of unknown outcome', run: leavesDoubtAsDoubt },
  { name: 'verifies signatures: good, bad, missing', run: verifiesSignatures },
  { name: 'receives a signed webhook and refuses others with 401', run: receives },
  { name: 'answers the handshake', run: answersTheHandshake },
  { name: 'prices to the last ten-thousandth, in the time zone of the account', run: prices },
  { name: 'defines, checks, previews and sends a template', run: buildsTemplates },
  { name: 'leads a dialogue on the emulator', run: talks },
  { name: 'opens and seals a Flow request', run: answersFlows },
  { name: 'reads and writes files', run: readsAndWritesFiles },
  { name: 'remembers claims in SQLite', run: remembersInSqlite },
  { name: 'speaks HTTP both ways on loopback', run: talksOverHttp },
];
