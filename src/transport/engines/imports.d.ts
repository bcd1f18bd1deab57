/** What package.json maps to `node.ts` where the runtime, or the target of a bundle, is Node, and to `portable.ts` elsewhere. */
declare module '#node-engine' {
  export const createNodeEngine: typeof import('./node.ts').createNodeEngine;
  export const createDefaultEngine: typeof import('./node.ts').createDefaultEngine;
}
