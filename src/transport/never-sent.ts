import { textOf } from '../shared/text-of.ts';

// Codes and texts of Node (libuv, OpenSSL's verification, undici), Bun and Deno for a connection that never came to be: no name, no TCP, or a
// certificate that this side refused. Not the errors of TLS itself (`ERR_SSL_…`): the server may have read the request before it broke the
// connection, and an alert about a missing client certificate comes after the first bytes. See docs/decisions/104.
const beforeConnection =
  /^(connect|getaddrinfo|ENOTFOUND|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|(?!ERR_SSL)(?=\w*CERT)\w+|UNABLE_TO_\w+|ConnectionRefused|FailedToOpenSocket)$|before secure TLS connection|client error \(Connect\)/;

/** Says whether a failure proves that not one byte of the request left: it walks through its causes. */
export function isNeverSent(fault: unknown, depth = 8): boolean {
  if (typeof fault !== 'object' || fault === null || depth === 0) return false;
  const { syscall, code, message, cause } = fault as Record<string, unknown>;
  return (
    [syscall, code, message].some((text) => beforeConnection.test(textOf(text))) ||
    isNeverSent(cause, depth - 1)
  );
}
