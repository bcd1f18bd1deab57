import { metaHosts } from '../../shared/meta.ts';
import { TransportError } from '../../errors/transport-error.ts';

// A loopback address, or https and no IP address: `URL` writes every spelling of one as four numbers or in brackets.
const baseUrl = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])[:/]|^https:\/\/(?![\d.]+[:/]|\[)/;

/**
 * Returns whether a client may be pointed at a URL: https on a host that has a name, or a loopback address; a base path is allowed,
 * credentials, a query and a fragment are not.
 */
export function isBaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { href, origin, pathname } = new URL(value);
  return baseUrl.test(href) && href === origin + pathname;
}

/**
 * Throws `TransportError` for a URL that must not get the access token, before a byte is sent. What may get it: the base URL's own
 * origin, and https on the standard port of one of Meta's hosts or of the caller's.
 */
export function checkHost(
  { protocol, host, username, password }: URL,
  base: URL,
  allowedHosts: readonly string[] = [],
): void {
  // Not `origin`: that of `blob:https://graph.facebook.com/…` is Meta's.
  const origin = `${protocol}//${host}`;
  const known = [base.origin, ...[...metaHosts, ...allowedHosts].map((name) => `https://${name}`)];
  if (!known.includes(origin) || username || password) {
    throw new TransportError('host', `The access token is not sent to ${origin}: see allowedHosts.`);
  }
}
