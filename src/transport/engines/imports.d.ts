/** What the condition of the runtime chooses: `node.ts` or `portable.ts`. The build keeps the import, and package.json says where it leads. */
declare module '#node-engine' {
  export const createNodeEngine: typeof import('./node.ts').createNodeEngine;
  export const createDefaultEngine: typeof import('./node.ts').createDefaultEngine;
}
