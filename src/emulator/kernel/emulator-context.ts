import type { EmulatorEvent } from './events.ts';
import type { IdFactory } from './id-factory.ts';
import type { Job } from './jobs.ts';
import type { JournalKeeper } from './journal.ts';
import type { JsonObject } from './json.ts';
import type { Random } from './random.ts';
import type { EmulatorSettings } from './settings.ts';
import type { EmulatorState } from './state.ts';

/** A webhook to be sent: the field, its value, and the user it is about (webhooks about one user keep their order). */
export interface Notice {
  readonly field: string;
  readonly value: JsonObject;
  readonly about?: string | undefined;
}

/** Everything that routes and jobs work with. `state` is replaced as a whole by `restore`. */
export interface EmulatorContext {
  readonly settings: EmulatorSettings;
  state: EmulatorState;
  readonly random: Random;
  readonly ids: IdFactory;
  readonly journal: JournalKeeper;
  /** Users whose phone a test or the page holds: no persona plays them. */
  readonly heldPhones: Set<string>;
  now(): number;
  /** Has a job done after a delay, in virtual milliseconds. */
  schedule(delay: number, job: Job): void;
  notify(notice: Notice): void;
  /** Tells listeners, such as the phone page. */
  emit(event: EmulatorEvent): void;
}
