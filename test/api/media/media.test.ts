import fc from 'fast-check';
import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { maxMediaBytes, mediaTypes } from '../../../src/api/media/media-types.ts';
import { safeFileName } from '../../../src/api/media/safe-file-name.ts';
import { isDigest, sha256 } from '../../../src/api/media/sha256.ts';
import { validateMedia } from '../../../src/api/media/validate-media.ts';
import { validateVoiceNote } from '../../../src/api/media/validate-voice-note.ts';

const MB = 1024 * 1024;

test('default: every type takes its largest file and refuses one byte more', () => {
  expect(Object.keys(mediaTypes).length).toBe(18);
  for (const [type, { maxBytes }] of Object.entries(mediaTypes)) {
    expect(validateMedia({ type, size: maxBytes })).toEqual([]);
    expect(validateMedia({ type, size: maxBytes + 1 })[0]).toMatchObject({ path: 'size', limit: maxBytes });
  }
  expect(maxMediaBytes).toBe(100 * MB);
});

test('behavior: case and parameters of a type do not matter', () => {
  expect(validateMedia({ type: 'Audio/OGG; codecs=opus', size: 1 })).toEqual([]);
});

test.each([
  ['audio/webm', 'convert it to OGG'],
  ['audio/opus', 'name it audio/ogg'],
  ['image/jpg', 'name it image/jpeg'],
  ['constructor', 'use one of audio/aac'],
  ['', 'is unknown: no type was given'],
])('error: %s comes with advice', (type, advice) => {
  expect(validateMedia({ type })[0]?.message).toContain(advice);
});

test('behavior: a sticker that does not move has a smaller limit', () => {
  const head = (flags: number): Uint8Array =>
    Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0'), Buffer.from([flags, 0])]);
  const size = 200 * 1024;
  expect(validateMedia({ type: 'image/webp', size, head: head(0b10) })).toEqual([]);
  expect(validateMedia({ type: 'image/webp', size, head: head(0) })[0]).toMatchObject({ limit: 100 * 1024 });
});

/** An OGG page with the header of a codec in it. */
const ogg = (codec: string, channels = 1): Uint8Array =>
  Buffer.concat([
    Buffer.from('OggS'),
    Buffer.alloc(22),
    Buffer.from([1, 19]),
    Buffer.from(codec),
    Buffer.from([1, channels]),
  ]);

test('default: a voice note is OGG with Opus and one channel', () => {
  expect(validateVoiceNote({ bytes: ogg('OpusHead') })).toEqual([]);
});

test.each([
  ['MP3', Buffer.from('ID3\x04')],
  ['WebM', Buffer.from([0x1a, 0x45, 0xdf, 0xa3])],
  ['WAV', Buffer.from('RIFF....WAVE')],
  ['MP4', Buffer.from('\0\0\0\x18ftypM4A ')],
  ['AAC', Buffer.from([0xff, 0xf1])],
  ['OGG with another codec', ogg('\x01vorbis')],
  ['of an unknown format', Buffer.from('hello')],
  ['of an unknown format', Buffer.alloc(0)],
])('error: %s is not a voice note', (found, bytes) => {
  expect(validateVoiceNote({ bytes })[0]?.message).toContain(`is ${found}, not OGG with the Opus codec`);
});

test('error: two channels, or no play icon above 512 KB', () => {
  expect(
    validateVoiceNote({ bytes: ogg('OpusHead', 2), size: 600_000 }).map(({ path, limit }) => [path, limit]),
  ).toEqual([
    ['file', 1],
    ['size', 524_288],
  ]);
});

test('behavior: any bytes get a verdict, never a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(Array.isArray(validateVoiceNote({ bytes }))).toBe(true);
    }),
  );
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\boot.ini\0.pdf', 'boot.ini.pdf'],
  ['..', 'file'],
  ['con.txt', '_con.txt'],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['Rechnung März.pdf', 'Rechnung März.pdf'],
  ['a\ud800b.jpg', 'ab.jpg'],
  ['a\udfffb.jpg', 'ab.jpg'],
  ['\ud83d\ude00.jpg', '😀.jpg'],
  ['\ude00\ud83d', 'file'],
  [`${'a'.repeat(250)}.jpg`, `${'a'.repeat(250)}.jpg`],
  [`${'a'.repeat(251)}.jpg`, `${'a'.repeat(251)}.jpg`],
  [`${'a'.repeat(252)}.jpg`, `${'a'.repeat(251)}.jpg`],
  [`${'é'.repeat(126)}.jpg`, `${'é'.repeat(125)}.jpg`],
  [`${'😀'.repeat(63)}.jp`, `${'😀'.repeat(63)}.jp`],
  [`${'😀'.repeat(63)}.jpg`, `${'😀'.repeat(62)}.jpg`],
  ['a'.repeat(256), 'a'.repeat(255)],
])('default: %j is saved as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('behavior: any name becomes one plain name of at most 255 bytes, and stays so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[/\\\p{Cc}]|^\.|^$/u);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
      expect(safe.isWellFormed()).toBe(true);
      expect(safeFileName(safe)).toBe(safe);
    }),
  );
});

test('behavior: the digest is the same with and without the built-in module, and is known in hex and Base64', async () => {
  const parts = [randomBytes(1000), randomBytes(7), new Uint8Array()];
  const wanted = createHash('sha256').update(Buffer.concat(parts));
  const hex = wanted.copy().digest('hex');
  for (const hash of [sha256(), sha256(null)]) {
    for (const part of parts) hash.update(part);
    const digest = await hash.digest();
    expect([isDigest(digest, hex), isDigest(digest, wanted.copy().digest('base64'))]).toEqual([true, true]);
    expect([isDigest(digest, 'ab'.repeat(32)), isDigest(digest, '<HASH>')]).toEqual([false, undefined]);
  }
});
