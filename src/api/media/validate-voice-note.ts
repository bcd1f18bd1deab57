import { docsRoot } from '../../shared/meta.ts';
import type { Issue } from '../../shared/issue.ts';
import { maxVoiceNoteBytes } from './media-types.ts';

/** How files begin that are often taken for voice notes. */
const beginnings: readonly (readonly [name: string, at: number, bytes: string])[] = [
  ['WebM', 0, '\x1aE\xdf\xa3'],
  ['WAV', 0, 'RIFF'],
  ['MP3', 0, 'ID3'],
  ['MP3', 0, '\xff\xfb'],
  ['AAC', 0, '\xff\xf1'],
  ['MP4', 4, 'ftyp'],
  ['AMR', 0, '#!AMR'],
  ['FLAC', 0, 'fLaC'],
];

/**
 * Says why a file cannot be sent as a voice note (`audio.voice: true`): it must be OGG with the Opus codec and one channel. Looks at the
 * bytes, not at the name. Up to 512 KB the note shows with a play icon. The first 64 bytes are enough when `size` is given. Never throws.
 *
 * Source: Meta, "Audio messages".
 *
 * @example
 * validateVoiceNote({ bytes: await readFile('note.mp3') });
 * // [{ path: 'file', message: 'is MP3, not OGG with the Opus codec; convert it: ffmpeg -i in -c:a libopus -ac 1 out.ogg', docs: '…' }]
 */
export function validateVoiceNote({
  bytes,
  size = bytes.length,
}: {
  /** The file, or its first 64 bytes. */
  readonly bytes: Uint8Array;
  /** The size of the whole file in bytes. Default: the number of bytes given. */
  readonly size?: number | undefined;
}): Issue[] {
  const docs = `${docsRoot}/messages/audio-messages`;
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  // An OGG page: 'OggS', 22 bytes of header, the number of segments, one length for each; then the codec's own header.
  const codec = 27 + (bytes[26] ?? 0);
  if (!head.startsWith('OggS') || !head.startsWith('OpusHead', codec)) {
    const found = head.startsWith('OggS')
      ? 'OGG with another codec'
      : beginnings.find(([, at, sign]) => head.startsWith(sign, at))?.[0];
    return [
      {
        path: 'file',
        message: `is ${found ?? 'of an unknown format'}, not OGG with the Opus codec; convert it: ffmpeg -i in -c:a libopus -ac 1 out.ogg`,
        docs,
      },
    ];
  }
  const issues: Issue[] = [];
  const channels = bytes[codec + 9] ?? 0;
  if (channels !== 1) {
    issues.push({ path: 'file', message: `has ${channels} channels; a voice note has 1`, limit: 1, docs });
  }
  if (size > maxVoiceNoteBytes) {
    issues.push({
      path: 'size',
      message: `is ${size.toLocaleString('en-US')} bytes; over ${maxVoiceNoteBytes.toLocaleString('en-US')} bytes it shows without the play icon`,
      limit: maxVoiceNoteBytes,
      docs,
    });
  }
  return issues;
}
