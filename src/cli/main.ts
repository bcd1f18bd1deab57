#!/usr/bin/env node
import { endWithReaders, terminal } from './io.ts';
import { runCli } from './program.ts';

endWithReaders();
void runCli(process.argv.slice(2), terminal);
