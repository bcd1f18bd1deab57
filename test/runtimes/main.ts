/** The suite as a program: `node main.ts`, `bun main.ts`, `deno run -A main.ts`. */
import { runSuite } from './suite.ts';

if ((await runSuite()) > 0) process.exitCode = 1;
