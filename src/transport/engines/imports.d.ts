// What the condition of the runtime chooses: `node.ts` or `portable.ts`. The build keeps the import, and package.json says where it leads.
declare module '#node-engine' {
  import type { Engine } from '../interface.ts';
  import type { NodeEngineOptions } from './node-agent.ts';

  export function createNodeEngine(options?: NodeEngineOptions): Engine;
  export function createDefaultEngine(fallback: Engine): Engine;
}
