import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locate, needed } from './requirements.ts';

/** Whether the reference data (Meta's specification, example webhooks, price tables) is present. For rows that are read while tests are collected. */
export const hasReference: boolean = locate('reference') !== undefined;

/** Returns the absolute path of a reference file. */
export const referencePath = (name: string): string => join(needed('reference'), name);

/** Returns the text of a reference file. */
export const readReference = (name: string): string => readFileSync(referencePath(name), 'utf8');
