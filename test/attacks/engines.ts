import { fetchEngine } from '../../src/transport/engines/fetch.ts';
import { kyEngine } from '../../src/transport/engines/ky.ts';
import { createNodeEngine } from '../../src/transport/engines/node.ts';
import type { Engine } from '../../src/transport/interface.ts';

/** Every engine of the package: the attacks on sends run over each. */
export const engines: readonly Engine[] = [createNodeEngine(), fetchEngine(), kyEngine()];
