import { describe } from 'vitest';
import { contractTests } from './contract.ts';
import { contracts } from './contracts.ts';

describe.each(Object.entries(contracts))('%s', (room, ofRoom) => contractTests(room, ofRoom));
