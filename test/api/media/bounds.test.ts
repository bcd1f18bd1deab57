import { expect, test } from 'vitest';
import { mediaTypes } from '../../../src/api/media/media-types.ts';
import { validateMedia } from '../../../src/api/media/validate-media.ts';
import { validateVoiceNote } from '../../../src/api/media/validate-voice-note.ts';

// Meta, "Media": the sizes, 1 MB = 1,048,576 bytes.
const megabyte = 1_048_576;
test.each([
  ['audio/aac', 16 * megabyte],
  ['audio/amr', 16 * megabyte],
  ['audio/mpeg', 16 * megabyte],
  ['audio/mp4', 16 * megabyte],
  ['audio/ogg', 16 * megabyte],
  ['text/plain', 100 * megabyte],
  ['application/pdf', 100 * megabyte],
  ['application/msword', 100 * megabyte],
  ['application/vnd.ms-excel', 100 * megabyte],
  ['application/vnd.ms-powerpoint', 100 * megabyte],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 100 * megabyte],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 100 * megabyte],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 100 * megabyte],
  ['image/jpeg', 5 * megabyte],
  ['image/png', 5 * megabyte],
  ['image/webp', 512_000],
  ['video/mp4', 16 * megabyte],
  ['video/3gpp', 16 * megabyte],
])('args: a file of type %s has 1 to %i bytes', (type, max) => {
  expect(mediaTypes[type]?.maxBytes).toBe(max);
  for (const size of [1, max - 1, max]) expect(validateMedia({ type, size })).toEqual([]);
  expect(validateMedia({ type, size: 0 })).toMatchObject([{ path: 'size' }]);
  expect(validateMedia({ type, size: max + 1 })).toMatchObject([{ path: 'size', limit: max }]);
});

test('args: a sticker that does not move has up to 102,400 bytes', () => {
  const head = new Uint8Array(64);
  head.set(new TextEncoder().encode('RIFF    WEBPVP8 '));
  const check = (size: number) => validateMedia({ type: 'image/webp', size, head });
  expect([102_399, 102_400].map(check)).toEqual([[], []]);
  expect(check(102_401)).toMatchObject([{ path: 'size', limit: 102_400 }]);
});

test('args: a voice note shows with its play icon up to 524,288 bytes', () => {
  const bytes = new Uint8Array(64);
  bytes.set(new TextEncoder().encode('OggS'));
  bytes.set(new TextEncoder().encode('OpusHead'), 27);
  bytes.set([1], 36);
  const check = (size: number) => validateVoiceNote({ bytes, size });
  expect([524_287, 524_288].map(check)).toEqual([[], []]);
  expect(check(524_289)).toMatchObject([{ path: 'size', limit: 524_288 }]);
});
