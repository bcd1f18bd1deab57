/** Plays the case on the emulator and prints what was said. */
import { printTranscript } from '../frame.ts';
import program from './program.ts';

await printTranscript(program);
