import { metaHosts } from '../../shared/meta.ts';
import type { MediaRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const path = '/whatsapp_business/attachments/';
const lifetime = 5 * 60_000;
const hosts: readonly string[] = metaHosts;
const mediaHost: (typeof metaHosts)[number] = 'lookaside.fbsbx.com';

export const isMediaPath = (url: URL): boolean => url.pathname === path;

/** A download address that lives for five minutes: on Meta's media host, or on the emulator's own address where it is served. */
export function mediaUrl(context: EmulatorContext, media: MediaRecord, calledAt: URL): string {
  const origin = hosts.includes(calledAt.hostname) ? `https://${mediaHost}` : calledAt.origin;
  const expires = Math.floor((context.now() + lifetime) / 1000);
  const query = new URLSearchParams({
    mid: media.id,
    source: 'getMedia',
    ext: String(expires),
    hash: media.sha256.slice(0, 32),
  });
  return `${origin}${path}?${query.toString()}`;
}

/** Headers for every file that somebody else chose: a browser that opens it takes it for what its type says, and runs nothing in it. */
export const foreignFileHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
};

const plain = (status: number, text: string): Response =>
  new Response(text, {
    status,
    headers: { 'content-type': 'text/plain', 'content-length': String(text.length) },
  });

/** Answers a download. It needs the token too, and speaks outside the Graph API's error envelope. */
export function downloadMedia(context: EmulatorContext, request: Request, url: URL): Response {
  const media = context.state.media.get(url.searchParams.get('mid') ?? '');
  const isAuthorised = request.headers.get('authorization') === `Bearer ${context.settings.accessToken}`;
  if (!isAuthorised || context.state.tokenExpired) return plain(401, 'Authentication Error');
  const expires = Number(url.searchParams.get('ext')) * 1000;
  if (context.now() >= expires) return plain(404, 'URL signature expired');
  if (media === undefined || url.searchParams.get('hash') !== media.sha256.slice(0, 32))
    return plain(404, 'Not Found');
  return new Response(media.bytes, {
    headers: {
      ...foreignFileHeaders,
      'content-type': media.mimeType,
      'content-length': String(media.bytes.length),
      ...(media.fileName === undefined
        ? {}
        : { 'content-disposition': `attachment; filename="${media.fileName.replaceAll(/[^\w.-]/g, '_')}"` }),
    },
  });
}
