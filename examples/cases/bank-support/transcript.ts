/** Prints the transcript of the play, which the README shows. */
import { printTranscript } from '../frame.ts';
import program from './program.ts';

await printTranscript(program);
