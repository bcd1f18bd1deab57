import { usageError } from '../errors/usage-error.ts';
import type { PhoneNumberId, WabaId } from '../shared/ids.ts';
import { textOf } from '../shared/text-of.ts';
import type { Client, ClientConfig } from './interface.ts';

/**
 * Builds a path and encodes each part, so that an id can never leave its segment.
 *
 * @example
 * path`/${'123'}/messages`; // '/123/messages'
 * path`/${'a/b?c'}`; // '/a%2Fb%3Fc'
 */
export function graphPath(fixed: TemplateStringsArray, ...parts: readonly string[]): string {
  return fixed.reduce((built, text, index) => {
    const part = textOf(parts[index - 1] ?? '');
    if (/^\.{0,2}$/.test(part)) {
      throw usageError(fixed.join('{id}'), `needs an id, and got "${part}". Give the id as Meta returned it`);
    }
    return built + encodeURIComponent(part.toWellFormed()) + text;
  });
}

function getId<K extends 'phoneNumberId' | 'wabaId'>(
  client: Client,
  params: Partial<Pick<ClientConfig, K>> | undefined,
  key: K,
): NonNullable<ClientConfig[K]> {
  const id = params?.[key] ?? client.config[key];
  if (id) return id;
  throw usageError(key, 'is missing. Give it to the client or to this call');
}

/** The phone number id of a call: the one it names, else the client's; a UsageError when there is none. */
export const getPhoneNumberId = (
  client: Client,
  params?: { readonly phoneNumberId?: PhoneNumberId | undefined },
): PhoneNumberId => getId(client, params, 'phoneNumberId');

/** The WABA id of a call: the one it names, else the client's; a UsageError when there is none. */
export const getWabaId = (client: Client, params?: { readonly wabaId?: WabaId | undefined }): WabaId =>
  getId(client, params, 'wabaId');
