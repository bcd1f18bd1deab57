/** Prints the transcript of the case, for the README. */
import { printTranscript } from '../frame.ts';
import program from './program.ts';

await printTranscript(program);
