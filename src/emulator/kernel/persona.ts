import type { Duration } from '../time/duration.ts';

/** How a share of users behaves. Every rate runs from 0 to 1; times are the longest that one of them takes. */
export interface Persona {
  /** Shown on the phone page and in the journal. */
  readonly name: string;
  /** How many of the users are like this, relative to the other personas. Default 1. */
  readonly share?: number | undefined;
  /** How many messages reach the phone; the others fail with 131026. Default 1. */
  readonly deliveryRate?: number | undefined;
  /** Default `'1m'`. */
  readonly deliveredWithin?: Duration | undefined;
  /** How many delivered messages are read. Default 0. */
  readonly readRate?: number | undefined;
  /** After the delivery. Default `'6h'`. */
  readonly readWithin?: Duration | undefined;
  /** How many read messages are answered with a text. Default 0. */
  readonly replyRate?: number | undefined;
  /** What the answer may be. Default `['Thanks!']`. */
  readonly replies?: readonly string[] | undefined;
  /** How many read messages with buttons are answered by a tap on one of them. Default 0. */
  readonly tapRate?: number | undefined;
  /** After reading. Default `'1h'`. */
  readonly answersWithin?: Duration | undefined;
  /** How many readers of a marketing template stop promotions. Default 0. */
  readonly optOutRate?: number | undefined;
  /** How many readers block the business. Default 0. */
  readonly blockRate?: number | undefined;
}

/** A persona with its times in milliseconds. */
export interface SettledPersona extends Omit<Persona, 'deliveredWithin' | 'readWithin' | 'answersWithin'> {
  readonly share: number;
  readonly deliveredWithin: number;
  readonly readWithin: number;
  readonly answersWithin: number;
}
