/** What is used of an agent of `node:http` or `node:https`; every agent of Node, and every library's that extends it, fits. */
export interface NodeAgent {
  /** How many connections to one host the agent opens at most. */
  readonly maxSockets: number;
  /** Closes the connections that are not in use. */
  destroy(): void;
}

/** Options of {@link nodeEngine}. */
export interface NodeEngineOptions {
  /**
   * The agent of `node:https` that opens the connections: for client certificates (`new Agent({ cert, key })`), for a proxy (`new Agent({ proxyEnv:
   * process.env })` on Node 24.5 and later; older ones ignore it, or the agent of a library such as `https-proxy-agent`), or for another number of connections. Default:
   * one agent with keep-alive, which all clients share.
   *
   * @example
   * agent: new https.Agent({ keepAlive: true, cert, key })
   */
  readonly agent?: NodeAgent | undefined;
}
