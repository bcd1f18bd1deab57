const loopbackNames = ['127.0.0.1', 'localhost', '::1'];
const loopbackAddress = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/i;

/** Returns whether only this machine reaches an address. */
export const isLoopback = (address: string): boolean => loopbackAddress.test(address);

/** Returns an address as a URL contains it: IPv6 in brackets. */
export const toUrlHost = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/** Returns whether an address stands for every address of the machine. */
export const isEverywhere = (address: string): boolean => address === '0.0.0.0' || address === '::';

/** Returns the names under which the emulator may be called: the loopback names, its own address, and those that were given. */
export const getAllowedHosts = (address: string, names: readonly string[]): ReadonlySet<string> =>
  new Set(
    [...loopbackNames, ...(isEverywhere(address) ? [] : [address]), ...names].map((name) =>
      toUrlHost(name).toLowerCase(),
    ),
  );

/**
 * Returns whether a `Host` header names one of the hosts, with any port: a container or a tunnel may map the port. Any other name belongs to a
 * web page that points a name of its own at this machine (DNS rebinding).
 */
export const isAllowedHost = (hosts: ReadonlySet<string>, header: string | undefined): boolean =>
  hosts.has((header ?? '').replace(/:\d{1,5}$/, '').toLowerCase());

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

/** Returns whether a request comes from a web page of another host or port, by what the browser says. Programs send neither header. */
export function isFromOtherPage({ headers, url }: Request): boolean {
  const [from, site] = [headers.get('origin'), headers.get('sec-fetch-site')];
  return (
    (from !== null && hostOf(from) !== hostOf(url)) ||
    (site !== null && site !== 'same-origin' && site !== 'none')
  );
}

/** Returns whether a body has the type that a form of any web page can send without asking, and no client of the API sends. */
export const isPlainText = ({ headers }: Request): boolean =>
  /^\s*text\/plain/i.test(headers.get('content-type') ?? '');
