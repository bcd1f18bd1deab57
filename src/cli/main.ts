#!/usr/bin/env node
import { terminal } from './io.ts';
import { runCli } from './program.ts';

void runCli(process.argv.slice(2), terminal);
