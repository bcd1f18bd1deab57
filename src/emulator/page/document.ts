import { toBase64 } from '../../shared/bytes.ts';
import { script as pageScript, style as pageStyle } from './assets.ts';

/** The page as it goes over the wire. */
export interface PhoneDocument {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#bf3f0c"/>' +
  '<path d="M7 10l4.5 13L16 12l4.5 11L25 10" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>';

async function getHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${toBase64(new Uint8Array(digest))}'`;
}

/** One HTML document with everything in it, and headers that allow no other script and no other host. */
export async function phoneDocument(
  { script, style } = { script: pageScript, style: pageStyle },
): Promise<PhoneDocument> {
  const program = script.replaceAll('</script', '<\\/script');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>wabakit emulator</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(mark)}">
<style>${style}</style>
</head>
<body>
<div id="page">${script === '' ? 'The phone page is made by the build: npm run build.' : ''}</div>
<noscript>The phone page needs JavaScript.</noscript>
<script>${program}</script>
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `script-src ${await getHash(program)}`,
    `style-src ${await getHash(style)}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return {
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  };
}
