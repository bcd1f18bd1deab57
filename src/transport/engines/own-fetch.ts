type Fetch = typeof globalThis.fetch;

/** What Node keeps for its `fetch`: the dispatcher of each version of undici's interface. */
interface Dispatchers {
  readonly [symbol: symbol]: object | undefined;
}

// Node's own fetch, the same text since Node 18: it loads undici when it is first called. Wrappers and mocks have another text.
const nodeFetch = /^function fetch\(input, init = undefined\) \{[^]*internal\/deps\/undici\/undici/;
const dispatcherKeys = [Symbol.for('undici.globalDispatcher.2'), Symbol.for('undici.globalDispatcher.1')];

let judged: Fetch | undefined;
let isOwn = false;

/** The plain ones that were met, each with how it dispatched then. Every call asks. */
const plain = new WeakMap<object, object>();

/** Returns whether a dispatcher is one that Node makes by itself: an agent without options, or undici 8's wrapper of it. */
function isPlain(dispatcher: object): boolean {
  const dispatch: unknown = Reflect.get(dispatcher, 'dispatch');
  if (typeof dispatch !== 'function') return false;
  if (plain.get(dispatcher) === dispatch) return true;
  const { name } = dispatcher.constructor;
  const key = Object.getOwnPropertySymbols(dispatcher).find(({ description }) => description === 'options');
  const options: unknown = key && Reflect.get(dispatcher, key);
  const isMade =
    name === 'Dispatcher1Wrapper' ||
    (name === 'Agent' &&
      dispatch === Reflect.get(dispatcher.constructor.prototype, 'dispatch') &&
      typeof options === 'object' &&
      options !== null &&
      Object.values(options).every((value) => value === undefined || value === Infinity));
  if (isMade) plain.set(dispatcher, dispatch);
  return isMade;
}

/**
 * Returns whether the global `fetch` is Node's own and sends as Node does by itself. It is not where a test, a framework or a tracer has put
 * another in its place, where undici has a global dispatcher (a proxy, a mock), and on runtimes other than Node.
 */
export function isNodeFetch(): boolean {
  const { fetch } = globalThis;
  if (fetch !== judged) {
    judged = fetch;
    isOwn = typeof fetch === 'function' && nodeFetch.test(Function.prototype.toString.call(fetch));
  }
  const scope: Dispatchers = globalThis;
  return isOwn && dispatcherKeys.every((key) => scope[key] === undefined || isPlain(scope[key]));
}
