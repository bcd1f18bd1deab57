import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUsageError } from '../../src/errors/usage-error.ts';
import { chatButtonHtml } from '../../src/links/chat-button-html.ts';
import { renderQrSvg } from '../../src/links/render-qr-svg.ts';
import { renderQrText } from '../../src/links/render-qr-text.ts';
import { waMeLink } from '../../src/links/wa-me-link.ts';

test('default: a wa.me link carries digits and an encoded text', () => {
  expect(waMeLink({ phone: '+55 (11) 98765-4321', text: 'Tea & cake #1' })).toBe(
    'https://wa.me/5511987654321?text=Tea%20%26%20cake%20%231',
  );
  expect(waMeLink({ phone: '5511987654321' })).toBe('https://wa.me/5511987654321');
  expect(waMeLink({ text: 'Look!' })).toBe('https://wa.me/?text=Look%21');
});

test('behavior: any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const link = waMeLink({ phone: '+5511987654321', text });
      expect(new URL(link).searchParams.get('text')).toBe(text);
      expect(link).toMatch(/^[\w:/.?=%~-]+$/);
    }),
  );
});

test('behavior: half of a surrogate pair does not throw', () => {
  expect(waMeLink({ text: '\ud800' })).toBe('https://wa.me/?text=%EF%BF%BD');
});

test.each(['1234567', '123456789012345'])('args: %j is a full number', (phone) => {
  expect(waMeLink({ phone })).toBe(`https://wa.me/${phone}`);
});

test.each(['0119876', '+0119876543', '123456', '+1 23 45 6', 'call me', '', '1234567890123456'])(
  'error: %j is not a full number',
  (phone) => {
    expect(() => waMeLink({ phone })).toThrow(expect.toSatisfy(isUsageError) as Error);
  },
);

/** Reads the dark modules of an SVG back, as a camera would see them. */
function modules(svg: string): { size: number; dark: Set<string> } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  return { size, dark: new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`)) };
}

test('default: the SVG is a QR code with a quiet zone and a name', () => {
  const svg = renderQrSvg({ link: 'https://wa.me/5511987654321', title: 'Chat with "Acme" & Co' });
  const { size, dark } = modules(svg);
  expect(svg).toContain('role="img"');
  expect(svg).toContain('<title>Chat with &quot;Acme&quot; &amp; Co</title>');
  expect(size).toBeGreaterThanOrEqual(29);
  const corner = (left: number, top: number) =>
    Array.from({ length: 7 }, (_, y) =>
      Array.from({ length: 7 }, (__, x) => (dark.has(`${left + x},${top + y}`) ? '#' : '.')).join(''),
    );
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
  expect([corner(4, 4), corner(size - 11, 4), corner(4, size - 11)]).toEqual([finder, finder, finder]);
  expect([...dark].some((dot) => dot.split(',').some((at) => Number(at) < 4 || Number(at) >= size - 4))).toBe(
    false,
  );
});

test('behavior: terminal text shows the same code as the SVG', () => {
  const link = 'https://wa.me/message/4O4YGZEG3RIVE1';
  const { size, dark } = modules(renderQrSvg({ link }));
  const text = renderQrText({ link }).split('\n');
  const shown = (x: number, y: number): boolean => {
    const sign = text[Math.floor((y - 2) / 2)]?.[x - 2] ?? ' ';
    const light = sign === '█' || (y % 2 === 0 ? sign === '▀' : sign === '▄');
    return !light;
  };
  for (let y = 4; y < size - 4; y += 1) {
    for (let x = 4; x < size - 4; x += 1) expect([x, y, shown(x, y)]).toEqual([x, y, dark.has(`${x},${y}`)]);
  }
});

test('default: the button is a link with words, without script', () => {
  const html = chatButtonHtml({ phone: '+5511987654321', text: 'Hi!', className: 'chat' });
  expect(html).toMatch(
    /^<a href="https:\/\/wa\.me\/5511987654321\?text=Hi%21" target="_blank" rel="noopener noreferrer" class="chat">.*<span>Chat on WhatsApp<\/span><\/a>$/,
  );
  expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
  expect(html).toContain('<svg aria-hidden="true"');
});

test('behavior: every value in the button is escaped', () => {
  const html = chatButtonHtml({
    phone: '+5511987654321',
    text: '"><script>alert(1)</script>',
    label: '<img src=x onerror="alert(1)">',
    className: '" onclick="alert(1)',
  });
  expect(html).not.toMatch(/<script|<img|" onclick/);
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
});

test('behavior: the colours of the button have a contrast of at least 4.5 to 1, and it is 44 pixels high', () => {
  const html = chatButtonHtml({ phone: '+5511987654321' });
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = (hex.match(/../g) ?? []).map((part) => {
      const value = parseInt(part, 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const background = /background:#(\w{6})/.exec(html)?.[1] ?? '';
  expect(html).toContain('color:#fff');
  expect(1.05 / (luminance(background) + 0.05)).toBeGreaterThan(7);
  expect(html).toContain('min-height:44px');
});
