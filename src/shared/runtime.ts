/** What is used of `process`, which not every runtime has. */
type Runtime = Partial<Pick<NodeJS.Process, 'emitWarning' | 'getBuiltinModule'>>;

const host: { process?: Runtime } = globalThis;

/**
 * Returns Node's `process`, or an empty object on a runtime without it. Modules of Node are asked for and not imported, so that a bundle
 * for the browser or the edge does not look for them.
 *
 * @example
 * getRuntime().getBuiltinModule?.('node:crypto');
 */
export const getRuntime = (): Runtime => host.process ?? {};
