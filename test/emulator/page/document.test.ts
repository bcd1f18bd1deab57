import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { phoneDocument } from '../../../src/emulator/page/document.ts';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('phoneDocument', () => {
  test('default: the policy lets run what stands in the page, and nothing else', async () => {
    const { html, headers } = await phoneDocument({ script: 'let é = 1', style: 'b{}' });
    expect(html).toContain('<script>let é = 1</script>');
    expect(headers['content-security-policy']?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${sha256('let é = 1')}`,
      `style-src ${sha256('b{}')}`,
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('behavior: no text of the program ends the script', async () => {
    const { html, headers } = await phoneDocument({ script: 'let a = "</script>"', style: '' });
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(headers['content-security-policy']).toContain(sha256('let a = "<\\/script>"'));
  });

  test('behavior: a page that was not built says so', async () => {
    expect((await phoneDocument()).html).toContain('npm run build');
  });
});
