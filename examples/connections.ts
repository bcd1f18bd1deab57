/** What the connections of a client go over: the default, one's own fetch, an agent for client certificates and proxies, and progress. */
import http from 'node:http';
import https from 'node:https';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';

const emulator = await createEmulator({ seed: 7 });
const server = await emulator.listen();
const { accessToken, phoneNumberId } = emulator;
const baseUrl = server.url;
const [cert, key] = [undefined, undefined]; // what a program reads from its files

// #region fetch
const overFetch = createClient({ accessToken, phoneNumberId, baseUrl, fetch: globalThis.fetch });
// #endregion fetch

// #region certificate
const withCertificate = new https.Agent({ keepAlive: true, cert, key });
const identified = createClient({ accessToken, phoneNumberId, agent: withCertificate });
// #endregion certificate

// #region proxy
const throughProxy = new https.Agent({ keepAlive: true, proxyEnv: process.env }); // HTTPS_PROXY and NO_PROXY
const proxied = createClient({ accessToken, phoneNumberId, agent: throughProxy });
// #endregion proxy

// #region share
const agent = new http.Agent({ keepAlive: true, maxSockets: 2 }); // an https.Agent, unless you call the emulator
const shops = ['106540352242922', phoneNumberId].map((id) =>
  createClient({ accessToken, phoneNumberId: id, baseUrl, agent }),
);
// #endregion share

const file = new Blob(['x'.repeat(1_000_000)], { type: 'text/plain' });
let shown = '';
// #region progress
await overFetch.media.upload({
  file,
  filename: 'log.txt',
  onProgress({ transferredBytes, totalBytes = Infinity }) {
    shown = `${Math.round((100 * transferredBytes) / totalBytes)} %`;
  },
});
console.log(shown); // 100 %
// #endregion progress

const [, ours] = shops;
const { id } = (await ours?.media.upload({ file })) ?? {};
console.log([id, identified, proxied].every(Boolean)); // true
agent.destroy();
await server.close();
