import { Agent, request } from 'node:http';

/** What one HTTP call of the floors needs. */
interface Target {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Returns the least that posts a JSON text with `node:http`: kept-alive connections, the answer read and parsed. */
export function createNodeSender({ port, path, headers }: Target): (body: string) => Promise<unknown> {
  const agent = new Agent({ keepAlive: true, scheduling: 'lifo' });
  return (body) =>
    new Promise((resolve, reject) => {
      const call = request(
        {
          agent,
          host: '127.0.0.1',
          port,
          path,
          method: 'POST',
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('end', () => {
            if (response.statusCode === 200) resolve(JSON.parse(text));
            else reject(new Error(`status ${response.statusCode}: ${text}`));
          });
        },
      );
      call.on('error', reject);
      call.end(body);
    });
}

/** How many calls a second were made, and what each cost this process. */
export interface Rate {
  readonly perSecond: number;
  /** Microseconds of CPU time a call. */
  readonly cpu: number;
}

/** Makes calls, 50 at a time. */
export async function runCalls(count: number, call: (index: number) => Promise<unknown>): Promise<Rate> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await call(index);
  };
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await Promise.all(Array.from({ length: 50 }, worker));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: count / seconds, cpu: (user + system) / count };
}
