/** Locks a database as a foreign program would: `node foreign-lock.ts FILE MILLISECONDS`. Prints `locked` once it holds the lock. */
import { DatabaseSync } from 'node:sqlite';

const [file = '', ms = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec('PRAGMA busy_timeout = 5000');
database.exec('BEGIN EXCLUSIVE');
console.log('locked');
setTimeout(() => {
  database.exec('COMMIT');
  database.close();
}, Number(ms));
