/** Plays the driver line in the terminal. */
import { printTranscript } from '../frame.ts';
import program from './program.ts';

await printTranscript(program);
