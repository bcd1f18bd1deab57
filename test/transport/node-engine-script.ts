/** A program that sends once and then has nothing left to do: node-engine.test.ts waits for its end. */
import { createNodeEngine } from '../../src/transport/engines/node.ts';

const [, , baseUrl = ''] = process.argv;
const response = await createNodeEngine().exchange({
  url: new URL(baseUrl),
  method: 'POST',
  headers: {},
  body: '{}',
  signal: new AbortController().signal,
  onAbort: () => undefined,
});
await response.text();
console.log(JSON.stringify({ status: response.status }));
