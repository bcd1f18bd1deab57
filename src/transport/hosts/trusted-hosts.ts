import { metaHosts } from '../../shared/meta.ts';
import { TransportError } from '../../errors/transport-error.ts';

/**
 * Returns whether a client may be pointed at a URL: https on a host that has a name, or a loopback address; a base path is allowed,
 * credentials, a query and a fragment are not.
 */
export function isBaseUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { href, origin, pathname, protocol, hostname } = new URL(value);
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  const trusted = loopback
    ? /^https?:$/.test(protocol)
    : protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname);
  return trusted && href === origin + pathname;
}

/**
 * Throws `TransportError` for a URL that must not get the access token, before a byte is sent. What may get it: the base URL's own
 * origin, and https on the standard port of one of Meta's hosts or of the caller's.
 */
export function checkHost(
  { origin, username, password }: URL,
  base: URL,
  allowedHosts: readonly string[] = [],
): void {
  const known = [base.origin, ...[...metaHosts, ...allowedHosts].map((host) => `https://${host}`)];
  if (!known.includes(origin) || username || password) {
    throw new TransportError('host', `The access token is not sent to ${origin}: see allowedHosts.`);
  }
}
