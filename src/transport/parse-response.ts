import { ResponseShapeError } from '../errors/response-shape-error.ts';
import type { ApiResponse } from './interface.ts';

/** What a reply must look like: a type name (`?` at its end: may be missing), an object of shapes, or a list of one shape. */
export type ResponseSchema =
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
  | { readonly [key: string]: ResponseSchema }
  | readonly [ResponseSchema];

function mismatch(value: unknown, shape: ResponseSchema, at: string): string | undefined {
  if (typeof shape === 'string') {
    const found = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
    if (found === shape.replace('?', '') || (shape.endsWith('?') && value == null)) return undefined;
    return `${at || 'the reply'} should be ${shape.replace('?', '')}, is ${found}`;
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return mismatch(value, 'array', at);
    for (const [index, item] of value.entries()) {
      const problem = mismatch(item, shape[0] as ResponseSchema, `${at}[${index}]`);
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
/* @__NO_SIDE_EFFECTS__ */
export function parseResponse<T>(shape: ResponseSchema): (reply: ApiResponse) => T {
  return ({ json }) => {
    const problem = mismatch(json, shape, '');
    if (problem !== undefined) throw new ResponseShapeError(problem);
    return json as T;
  };
}

const checkSuccess = parseResponse<{ readonly success: boolean }>({ success: 'boolean' });

/** Checks for `{ success: true }`, the reply of operations that have nothing to return; throws a `ResponseShapeError` for any other reply. */
export function parseSuccess(reply: ApiResponse): void {
  if (!checkSuccess(reply).success) throw new ResponseShapeError('the reply should say success: true');
}
