import { createNodeEngine } from '#node-engine';
import type { Engine } from '../interface.ts';
import type { NodeEngineOptions } from './node-agent.ts';

/**
 * Makes the engine over `node:http` and `node:https`, with connections that are kept open. It is the default on Node; make one yourself to give it
 * an agent.
 *
 * Throws `UsageError` if `agent` is no agent of Node, and on other runtimes.
 *
 * @example
 * const agent = new https.Agent({ keepAlive: true, cert, key });
 * const transport = http({ host: cloudApi({ accessToken }), engine: nodeEngine({ agent }) });
 */
export const nodeEngine: (options?: NodeEngineOptions) => Engine = createNodeEngine;
