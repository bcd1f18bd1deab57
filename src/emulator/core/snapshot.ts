import { UsageError } from '../../errors/usage-error.ts';
import { fromBase64, toBase64 } from '../../shared/bytes.ts';
import type { Delivery } from '../webhooks/deliveries.ts';
import type { Job } from '../kernel/jobs.ts';
import { at, isObject } from '../kernel/json.ts';
import type { Task } from '../time/schedule.ts';
import type { EmulatorState } from '../kernel/state.ts';

/** Everything that a restore needs. */
export interface Saved {
  readonly wabakitEmulator: 1;
  readonly now: number;
  readonly random: number;
  readonly state: EmulatorState;
  readonly tasks: readonly Task<Job>[];
  readonly deliveries: readonly Delivery[];
}

function readBytes(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (bytes === undefined) throw new TypeError('$bytes is not base64');
  return bytes;
}

function pack(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { $map: [...(value as Map<unknown, unknown>)] };
  if (value instanceof Set) return { $set: [...(value as Set<unknown>)] };
  return value instanceof Uint8Array ? { $bytes: toBase64(value) } : value;
}

function unpack(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  if (Array.isArray(value['$map'])) return new Map(value['$map'] as [unknown, unknown][]);
  if (Array.isArray(value['$set'])) return new Set(value['$set'] as unknown[]);
  return typeof value['$bytes'] === 'string' ? readBytes(value['$bytes']) : value;
}

/** Writes it all down as JSON text. */
export const freeze = (saved: Saved): string => JSON.stringify(saved, pack);

const kindOf = (value: unknown): string =>
  typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value;

const isTask = (value: unknown): boolean =>
  isObject(value) && Number.isFinite(value['due']) && isObject(value['job']);

/** Whether a value has every part of a state, each of the right kind. */
const isSaved = (value: unknown, model: EmulatorState): value is Saved =>
  isObject(value) &&
  value['wabakitEmulator'] === 1 &&
  Number.isFinite(value['now']) &&
  Number.isFinite(value['random']) &&
  Array.isArray(value['tasks']) &&
  value['tasks'].every(isTask) &&
  Array.isArray(value['deliveries']) &&
  value['deliveries'].every((delivery) => Number.isFinite(at(delivery, 'id'))) &&
  Object.entries(model).every(([name, part]) => kindOf(at(value, 'state', name)) === kindOf(part));

/** Reads what `freeze` wrote. `model` is any state, to compare its parts with. Throws `UsageError` for any other text. */
export function thaw(text: string, model: EmulatorState): Saved {
  let value: unknown;
  try {
    value = JSON.parse(text, unpack);
  } catch (cause) {
    throw new UsageError({ summary: 'This is not a snapshot of an emulator: it is not JSON.', cause });
  }
  if (!isSaved(value, model))
    throw new UsageError({ summary: 'This is not a snapshot of an emulator that this version can read.' });
  return value;
}
