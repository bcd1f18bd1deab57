import { ResponseShapeError } from '../errors/response-shape-error.ts';
import { UsageError } from '../errors/usage-error.ts';
import type { PhoneNumberId, WabaId } from '../ids.ts';
import type { Client, ClientConfig, Reply } from './transport.ts';

/**
 * Builds a path and encodes each part, so that an id can never leave its segment.
 *
 * @example
 * path`/${'123'}/messages`; // '/123/messages'
 * path`/${'a/b?c'}`; // '/a%2Fb%3Fc'
 */
export function path(fixed: TemplateStringsArray, ...parts: readonly string[]): string {
  return fixed.reduce((built, text, index) => {
    const part = parts[index - 1] ?? '';
    if (/^\.{0,2}$/.test(part)) {
      throw new UsageError({ summary: `An id in the path ${fixed.join('{id}')} is empty or made of dots.` });
    }
    return built + encodeURIComponent(part) + text;
  });
}

/** What a reply must look like: a type name (`?` at its end: may be missing), an object of shapes, or a list of one shape. */
export type Shape =
  | 'string'
  | 'string?'
  | 'number'
  | 'number?'
  | 'boolean'
  | 'boolean?'
  | 'object'
  | 'object?'
  | 'array'
  | 'array?'
  | { readonly [key: string]: Shape }
  | readonly [Shape];

function mismatch(value: unknown, shape: Shape, at: string): string | undefined {
  if (typeof shape === 'string') {
    const found = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
    if (found === shape.replace('?', '') || (shape.endsWith('?') && value == null)) return undefined;
    return `${at || 'the reply'} should be ${shape.replace('?', '')}, is ${found}`;
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return mismatch(value, 'array', at);
    for (const [index, item] of value.entries()) {
      const problem = mismatch(item, shape[0] as Shape, `${at}[${index}]`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  const wrong = mismatch(value, 'object', at);
  if (wrong !== undefined) return wrong;
  for (const [key, inner] of Object.entries(shape)) {
    const problem = mismatch((value as Record<string, unknown>)[key], inner, at ? `${at}.${key}` : key);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * Makes a reader for a JSON reply: it checks the parts that an operation relies on and lets everything else through.
 *
 * @example
 * shaped<{ id: string; url: string }>({ id: 'string', url: 'string' }); // for `parse` of an endpoint
 */
export function shaped<T>(shape: Shape): (reply: Reply) => T {
  return ({ json }) => {
    const problem = mismatch(json, shape, '');
    if (problem !== undefined) throw new ResponseShapeError(problem);
    return json as T;
  };
}

/** Reads `{ success: true }`, the reply of many operations. */
export const succeeded: (reply: Reply) => { readonly success: boolean } = shaped({ success: 'boolean' });

function idOf<K extends 'phoneNumberId' | 'wabaId'>(
  client: Client,
  params: Partial<Pick<ClientConfig, K>> | undefined,
  key: K,
): NonNullable<ClientConfig[K]> {
  const id = params?.[key] ?? client.config[key];
  if (id) return id;
  throw new UsageError({
    summary: `This operation needs a ${key}.`,
    issues: [{ path: key, message: `is missing: give it to createClient({ ${key} }) or to this call` }],
  });
}

/** The phone number id of a call: the one it names, else the client's; a UsageError when there is none. */
export const phoneNumberIdOf = (
  client: Client,
  params?: { readonly phoneNumberId?: PhoneNumberId | undefined },
): PhoneNumberId => idOf(client, params, 'phoneNumberId');

/** The WABA id of a call: the one it names, else the client's; a UsageError when there is none. */
export const wabaIdOf = (client: Client, params?: { readonly wabaId?: WabaId | undefined }): WabaId =>
  idOf(client, params, 'wabaId');
