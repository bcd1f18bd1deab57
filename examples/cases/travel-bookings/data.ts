/** The data: what a reservation system and a customer base hold, in one small SQLite file. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import * as z from 'zod/mini';
import { seed } from './seed.ts';

/** The languages of the bot. */
export type Language = 'en' | 'hi';

/** A passenger of a booking: `GNWL 23` when it was made, `RAC 5` now. */
export type Passenger = z.infer<typeof passenger>;
const passenger = z.readonly(
  z.object({ number: z.number(), name: z.string(), booking: z.string(), current: z.string() }),
);

/** A booking of a train, which has number and name. Times are epoch milliseconds. */
export type Booking = z.infer<typeof booking> & { readonly passengers: readonly Passenger[] };
const booking = z.readonly(
  z.object({
    pnr: z.string(),
    train: z.string(),
    origin: z.string(),
    boarding: z.string(),
    destination: z.string(),
    departsAt: z.number(),
    arrivesAt: z.number(),
    travelClass: z.string(),
    quota: z.string(),
    isCharted: z.coerce.boolean(),
  }),
);

/** A bus that leaves every day at a time such as `07:30`. */
const bus = z.object({ route: z.string(), origin: z.string(), destination: z.string(), departs: z.string() });

/** Where and in which language a user is written to: by number, or by the business-scoped id of somebody who shows none. */
export type Customer = z.infer<typeof customer>;
const customer = z.readonly(
  z.object({ user: z.string(), address: z.string(), language: z.enum(['en', 'hi']) }),
);

const schema = `
  CREATE TABLE IF NOT EXISTS bookings (
    pnr TEXT PRIMARY KEY, train TEXT, origin TEXT, boarding TEXT, destination TEXT, departsAt INTEGER, arrivesAt INTEGER,
    travelClass TEXT, quota TEXT, isCharted INTEGER
  );
  CREATE TABLE IF NOT EXISTS passengers (pnr TEXT, number INTEGER, name TEXT, booking TEXT, current TEXT, PRIMARY KEY (pnr, number));
  CREATE TABLE IF NOT EXISTS buses (route TEXT PRIMARY KEY, origin TEXT, destination TEXT, departs TEXT);
  CREATE TABLE IF NOT EXISTS customers (user TEXT PRIMARY KEY, address TEXT, language TEXT);
  CREATE TABLE IF NOT EXISTS followers (user TEXT, topic TEXT, address TEXT, until INTEGER, PRIMARY KEY (user, topic));`;

/** Opens the tables. */
export function openRecords(database: DatabaseSync, now: number) {
  database.exec(schema);
  const rows = (sql: string, ...values: SQLInputValue[]) => database.prepare(sql).all(...values);
  const run = (sql: string, ...values: SQLInputValue[]): void => void database.prepare(sql).run(...values);
  if (rows('SELECT pnr FROM bookings WHERE arrivesAt > ?', now).length === 0) seed(database, now);

  const passengersOf = (pnr: string): readonly Passenger[] =>
    rows('SELECT * FROM passengers WHERE pnr = ? ORDER BY number', pnr).map((row) => passenger.parse(row));
  const customersBy = (column: 'user' | 'address', value: string): readonly Customer[] =>
    rows(`SELECT * FROM customers WHERE ${column} = ?`, value).map((row) => customer.parse(row));

  return {
    findBooking: (pnr: string): Booking | undefined =>
      rows('SELECT * FROM bookings WHERE pnr = ?', pnr).map((row) => ({
        ...booking.parse(row),
        passengers: passengersOf(pnr),
      }))[0],
    prepareChart: (pnr: string) => run('UPDATE bookings SET isCharted = 1 WHERE pnr = ?', pnr),
    moveTo: (pnr: string, number: number, current: string) =>
      run('UPDATE passengers SET current = ? WHERE pnr = ? AND number = ?', current, pnr, number),
    listBuses: () => rows('SELECT * FROM buses ORDER BY origin').map((row) => bus.parse(row)),
    findBus: (route: string) =>
      rows('SELECT * FROM buses WHERE route = ?', route).map((row) => bus.parse(row))[0],
    moveBus: (route: string, departs: string) =>
      run('UPDATE buses SET departs = ? WHERE route = ?', departs, route),

    /** Notes where a customer is written to. The language counts for a new one only. */
    meet: ({ user, address, language }: Customer) =>
      run(
        'INSERT INTO customers VALUES (?, ?, ?) ON CONFLICT (user) DO UPDATE SET address = excluded.address',
        user,
        address,
        language,
      ),
    languageOf: (user: string): Language => customersBy('user', user)[0]?.language ?? 'en',
    speak: (user: string, language: Language) =>
      run('UPDATE customers SET language = ? WHERE user = ?', language, user),
    findCustomer: (address: string) => customersBy('address', address)[0],

    follow: (user: string, topic: string, address: string, until: number) =>
      run('INSERT OR REPLACE INTO followers VALUES (?, ?, ?, ?)', user, topic, address, until),
    unfollow: (user: string, topic: string) =>
      run('DELETE FROM followers WHERE user = ? AND topic = ?', user, topic),
    unfollowAll: (user: string) => run('DELETE FROM followers WHERE user = ?', user),
    topicsOf: (user: string) =>
      rows('SELECT topic FROM followers WHERE user = ?', user).map(({ topic }) => String(topic)),
    /** Those who follow, each with the address that the consent was given with. */
    followersOf: (topic: string) =>
      rows(
        'SELECT f.user, f.address, c.language FROM followers f JOIN customers c USING (user) WHERE topic = ?',
        topic,
      ).map((row) => customer.parse(row)),
    /** Trips that are over: nobody needs to know any more who went. */
    forgetTrips: (at: number) => run('DELETE FROM followers WHERE until <= ?', at),
  };
}

/** The tables, as functions. */
export type Records = ReturnType<typeof openRecords>;
