/** What a caller of `emulator.fetch` gets when the connection is cut on purpose: what `fetch` itself throws then. */
export class ConnectionCut extends TypeError {
  constructor() {
    super('fetch failed', {
      cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }),
    });
  }
}
