import { usageError } from '../../errors/usage-error.ts';
import type { Engine } from '../interface.ts';
import type { NodeEngineOptions } from './node-agent.ts';

// What the import `#node-engine` gives where the runtime, or the target of a bundle, is not Node.

/** Throws `UsageError`: only Node has agents. */
export function createNodeEngine(options: NodeEngineOptions = {}): Engine {
  throw usageError(
    options.agent === undefined ? 'engine' : 'agent',
    'works on Node only; leave it out on this runtime',
  );
}

/** Returns `fallback`. */
export const createDefaultEngine = (fallback: Engine): Engine => fallback;
