import { createServer as createHttpServer } from 'node:http';
import { Agent, createServer, type AgentOptions, type RequestOptions } from 'node:https';
import { connect, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendText } from '../../../src/api/messages/send-text.ts';
import { createClient } from '../../../src/client/create-client.ts';
import { isOutcomeUnknownError } from '../../../src/errors/outcome-unknown-error.ts';
import { isTransportError } from '../../../src/errors/transport-error.ts';
import { createNodeEngine } from '../../../src/transport/engines/node.ts';
import { engines } from '../../attacks/engines.ts';
import { makeCoreClient } from '../../helpers/core-client.ts';
import type { Certificate } from '../../helpers/certificates.ts';
import { type Certificates, makeCertificates } from './certificates.ts';
import { answerAccepted, listen, options, text, type Local } from './local.ts';

let certificates: Certificates;
const trusted = getCACertificates();

beforeAll(async () => {
  certificates = await makeCertificates();
  setDefaultCACertificates([...trusted, certificates.ca]);
});
afterAll(() => setDefaultCACertificates(trusted));

/** A TLS server that counts the requests it could read. */
async function serve(pair: Certificate, more: object = {}): Promise<Local & { readonly read: string[] }> {
  const read: string[] = [];
  const server = createServer({ ...pair, ...more }, (request, response) => {
    read.push(`${request.method} ${request.url}`);
    answerAccepted(request, response);
  });
  const local = await listen(server, { scheme: 'https' });
  return { ...local, baseUrl: `https://localhost:${local.port}`, read };
}

const failures = [
  ['signed by itself', 'selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['that has expired', 'expired', 'CERT_HAS_EXPIRED'],
  ['of another host', 'wrongHost', 'ERR_TLS_CERT_ALTNAME_INVALID'],
] as const;

describe.each(engines)('over the engine $name', (engine) => {
  test('default: a certificate that is trusted and right', async () => {
    const { baseUrl, read } = await serve(certificates.server);
    const client = makeCoreClient({ ...options, baseUrl, engine });
    await expect(sendText(client, text)).resolves.toMatchObject({ wamid: 'wamid.1' });
    expect(read).toEqual(['POST /v26.0/1/messages']);
  });

  test.each(failures)('error: 20 sends to a certificate %s: none was sent', async (_name, pair, code) => {
    const { baseUrl, read } = await serve(certificates[pair]);
    let attempts = 0;
    const client = makeCoreClient({
      ...options,
      baseUrl,
      engine,
      retry: { attempts: 2, baseDelay: 1 },
      onAttempt: ({ outcome }) => {
        expect(outcome).toBe('not_sent');
        attempts += 1;
      },
    });
    const ends = await Promise.all(
      Array.from({ length: 20 }, () => sendText(client, text).catch((error: unknown) => error)),
    );
    for (const end of ends) expect(isTransportError(end) && end.reason).toBe('network');
    expect(JSON.stringify(ends.map(findCode))).toBe(JSON.stringify(ends.map(() => code)));
    expect({ attempts, read }).toEqual({ attempts: 40, read: [] });
  });
});

/** The code of the last cause of an error. */
function findCode(error: unknown): unknown {
  const { cause, code } = Object(error) as { cause?: unknown; code?: unknown };
  return cause === undefined ? code : findCode(cause);
}

describe('a client certificate', () => {
  const serveClients = () =>
    serve(certificates.server, { requestCert: true, rejectUnauthorized: true, ca: certificates.ca });

  test('args: the agent gives it', async () => {
    const { baseUrl, read } = await serveClients();
    const agent = new Agent({ keepAlive: true, ...certificates.client });
    const wa = createClient({ ...options, baseUrl, agent });
    await expect(wa.messages.sendText(text)).resolves.toMatchObject({ wamid: 'wamid.1' });
    expect(read).toHaveLength(1);
    agent.destroy();
  });

  test('error: without it a send is of unknown outcome: in TLS 1.3 the refusal comes after the first bytes', async () => {
    const { baseUrl, read } = await serveClients();
    const agent = new Agent();
    const call = createClient({ ...options, baseUrl, agent }).messages.sendText(text);
    await expect(call).rejects.toSatisfy(isOutcomeUnknownError);
    expect(read).toEqual([]);
  });
});

/** A proxy that connects to the host and the port that CONNECT names. */
async function serveProxy(): Promise<Local & { readonly asked: string[] }> {
  const asked: string[] = [];
  const proxy: Server = createHttpServer().on('connect', (request, client: Socket) => {
    asked.push(String(request.url));
    const [host = '', port = ''] = String(request.url).split(':');
    const upstream = connect(Number(port), host, () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    upstream.pipe(client).pipe(upstream);
  });
  return { ...(await listen(proxy)), asked };
}

/** Hands over a connection through a proxy once TCP is ready and TLS is not, as the agents of libraries do. */
class TunnelAgent extends Agent {
  readonly #proxyPort: number;

  constructor(proxyPort: number, more: AgentOptions = {}) {
    super({ keepAlive: true, ...more });
    this.#proxyPort = proxyPort;
  }

  override createConnection(
    target: RequestOptions,
    done?: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    const socket = connect(this.#proxyPort, '127.0.0.1', () => {
      socket.write(`CONNECT ${target.host}:${target.port} HTTP/1.1\r\n\r\n`);
      socket.once('data', () => done?.(null, connectTls({ port: 443, socket, servername: 'localhost' })));
    });
  }
}

describe('a proxy', () => {
  const agents = [
    ['an agent that hands over its connection', (port: number) => new TunnelAgent(port)],
    [
      'Node’s own agent with proxyEnv',
      (port: number) => new Agent({ keepAlive: true, proxyEnv: { HTTPS_PROXY: `http://127.0.0.1:${port}` } }),
    ],
  ] as const;

  test.each(agents)('args: through %s', async (_name, makeAgent) => {
    const { baseUrl, port, read } = await serve(certificates.server);
    const proxy = await serveProxy();
    const agent = makeAgent(proxy.port);
    const wa = createClient({ ...options, baseUrl, agent });
    await wa.messages.sendText(text);
    await wa.messages.sendText(text);
    expect(proxy.asked).toEqual([`localhost:${port}`]);
    expect(read).toHaveLength(2);
    agent.destroy();
  });

  test.each(agents)(
    'error: a certificate of another host through %s: nothing was sent',
    async (_name, makeAgent) => {
      const { baseUrl, read } = await serve(certificates.wrongHost);
      const proxy = await serveProxy();
      const agent = makeAgent(proxy.port);
      const outcomes: string[] = [];
      const wa = createClient({
        ...options,
        baseUrl,
        agent,
        retry: { attempts: 2, baseDelay: 1 },
        onAttempt: ({ outcome }) => outcomes.push(outcome),
      });
      await expect(wa.messages.sendText(text)).rejects.toSatisfy(isTransportError);
      expect(outcomes).toEqual(['not_sent', 'not_sent']);
      expect(read).toEqual([]);
      agent.destroy();
    },
  );

  test('error: a proxy that is not there: nothing was sent', async () => {
    const agent = new Agent({ proxyEnv: { HTTPS_PROXY: 'http://127.0.0.1:1' } });
    const client = makeCoreClient({ ...options, engine: createNodeEngine({ agent }), retry: false });
    const error: unknown = await sendText(client, text).catch((fault: unknown) => fault);
    expect(isTransportError(error) && error.reason).toBe('network');
  });
});
