import { open } from 'node:fs/promises';
import { makeCoreClient } from '../../helpers/core-client.ts';
import { uploadMedia } from '../../../src/api/media/upload-media.ts';

// Run by upload-media.test.ts in a process of its own: node upload-memory.ts <base URL> <file> <way>. Prints the growth of its memory.
const [baseUrl = '', file = '', way = 'path'] = process.argv.slice(2);
const client = makeCoreClient({ accessToken: 'TOKEN', phoneNumberId: '1061', baseUrl });
const type = 'application/pdf';

async function stream(): Promise<ReadableStream<Uint8Array>> {
  const handle = await open(file);
  return handle.readableWebStream() as ReadableStream<Uint8Array>;
}

await uploadMedia(client, { file: new TextEncoder().encode('warm up'), type });
const before = process.memoryUsage.rss();
let peak = before;
const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
const { id } = await uploadMedia(client, { file: way === 'path' ? file : stream, type });
clearInterval(sampling);
console.log(JSON.stringify({ id, growth: Math.max(peak, process.memoryUsage.rss()) - before }));
