/** The first rows: bookings of the days after `now`, so that the case can be tried on any day. */
import type { DatabaseSync } from 'node:sqlite';
import { startOfDay } from './times.ts';

const hour = 3_600_000;

const bookings = [
  [
    '2451234567',
    '12951 Mumbai Rajdhani',
    'MMCT Mumbai Central',
    'BVI Borivali',
    'NDLS New Delhi',
    65,
    80.5,
    '3A',
    'GN',
    0,
  ],
  [
    '4619876543',
    '16592 Hampi Express',
    'SBC Bengaluru',
    'YPR Yesvantpur',
    'UBL Hubballi',
    22,
    30.5,
    'SL',
    'TQ',
    1,
  ],
  [
    '2837465012',
    '12002 Shatabdi Express',
    'NDLS New Delhi',
    'NDLS New Delhi',
    'AGC Agra Cantt',
    54,
    56,
    'CC',
    'LD',
    0,
  ],
] as const;

const passengers = [
  ['2451234567', 1, 'Rakesh', 'GNWL 23', 'RAC 5'],
  ['2451234567', 2, 'Priya', 'GNWL 24', 'GNWL 1'],
  ['2451234567', 3, 'Aarav', 'GNWL 25', 'GNWL 2'],
  ['4619876543', 1, 'Suresh', 'TQWL 9', 'TQWL 4'],
  ['4619876543', 2, 'Lakshmi', 'TQWL 10', 'TQWL 5'],
  ['2837465012', 1, 'Meera', 'CNF C3 41 WS', 'CNF C3 41 WS'],
] as const;

const buses = [
  ['PNQ-BOM', 'Pune', 'Mumbai', '07:30'],
  ['BLR-MYS', 'Bengaluru', 'Mysuru', '06:45'],
  ['DEL-JAI', 'Delhi', 'Jaipur', '22:15'],
] as const;

/** Fills the tables; what has been changed at the buses stays. */
export function seed(database: DatabaseSync, now: number): void {
  const today = startOfDay(now);
  const addBooking = database.prepare(
    'INSERT OR REPLACE INTO bookings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const addPassenger = database.prepare('INSERT OR REPLACE INTO passengers VALUES (?, ?, ?, ?, ?)');
  const addBus = database.prepare('INSERT OR IGNORE INTO buses VALUES (?, ?, ?, ?)');
  for (const [pnr, train, origin, boarding, destination, departs, arrives, ...rest] of bookings)
    addBooking.run(
      pnr,
      train,
      origin,
      boarding,
      destination,
      today + departs * hour,
      today + arrives * hour,
      ...rest,
    );
  for (const row of passengers) addPassenger.run(...row);
  for (const row of buses) addBus.run(...row);
}
