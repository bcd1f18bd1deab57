import { isWebhookError } from '../../errors/webhook-error.ts';
import { readJson } from '../../webhooks/events/read-json.ts';
import { readBody as readBytes } from '../../webhooks/receiver/read-body.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { isObject, type JsonObject } from '../kernel/json.ts';

/** The body of a call, taken apart. */
export interface CallBody {
  readonly fields: JsonObject;
  readonly files: ReadonlyMap<string, File>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the journal shows. */
  readonly shown: unknown;
}

const mebibyte = 2 ** 20;
// The emulator's own limits, which keep its memory bounded. The largest file that Meta takes is a document of 100 MB.
const mostBytes = { file: 101 * mebibyte, text: 16 * mebibyte };

const nothing = new Uint8Array();
// Longer than a client waits for one attempt of an upload.
const bodyTimeout = 600_000;
const noFiles: ReadonlyMap<string, File> = new Map();

/** Reads a whole body. Throws `GraphError`, 413, where it is larger than the limit, and 400 where it ends early. */
export async function readWhole(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): GraphError =>
    new GraphError(100, {
      message: `(#100) The request body is larger than the ${most / mebibyte} MiB that the emulator takes.`,
      status: 413,
    });
  const length = request.headers.get('content-length');
  if (Number(length) > most) throw tooLarge();
  try {
    // A server takes no more bytes than announced. To read a stream costs several times as much.
    if (length !== null && Number(length) <= most) return new Uint8Array(await request.arrayBuffer());
    return new Uint8Array(
      await readBytes({ body: request.body, headers: {} }, { maxBytes: most, bodyTimeout }),
    );
  } catch (error) {
    if (isWebhookError(error) && error.reason === 'too_large') throw tooLarge();
    throw new GraphError(100, { message: '(#100) The request body ended early.' });
  }
}

function parseJson(text: string): JsonObject {
  if (text.trim() === '') return {};
  try {
    const value = readJson(text);
    if (isObject(value)) return value;
  } catch {
    // Falls through: text that is not JSON, or nests too deep, is refused in the same words as a value that is not an object.
  }
  throw new GraphError(100, { message: '(#100) The request body is not a valid JSON object' });
}

async function parseForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new GraphError(100, { message: '(#100) The request body is not valid multipart/form-data.' });
  }
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<CallBody> {
  const form = await parseForm(bytes, type);
  const files = new Map<string, File>();
  const fields: [string, string][] = [];
  const shown: [string, unknown][] = [];
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') {
      fields.push([name, value]);
      shown.push([name, value]);
    } else {
      files.set(name, value);
      shown.push([name, { file: value.name, type: value.type, size: value.size }]);
    }
  }
  return { fields: Object.fromEntries(fields), files, bytes: nothing, shown: Object.fromEntries(shown) };
}

/** Reads a body in any of the forms that the Graph API takes. */
export async function readBody(request: Request): Promise<CallBody> {
  const type = request.headers.get('content-type') ?? '';
  const kind = type.toLowerCase();
  const hasLength = request.headers.has('content-length');
  // Asked only where it must be: a server makes the stream when it is asked for it.
  if (request.method === 'GET' || (!hasLength && request.body === null))
    return { fields: {}, files: noFiles, bytes: nothing, shown: undefined };
  if (kind.startsWith('multipart/form-data')) return readForm(await readWhole(request, mostBytes.file), type);
  if (request.headers.has('file_offset')) {
    const bytes = await readWhole(request, mostBytes.file);
    return { fields: {}, files: noFiles, bytes, shown: { bytes: bytes.length } };
  }
  const text = new TextDecoder().decode(await readWhole(request, mostBytes.text));
  const fields = kind.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(text))
    : parseJson(text);
  return { fields, files: noFiles, bytes: nothing, shown: text === '' ? undefined : fields };
}
