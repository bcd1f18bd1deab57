const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const little = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** index) % 256);

const table = Array.from({ length: 256 }, (_, index) => {
  let word = index << 24;
  for (let bit = 0; bit < 8; bit++) word = word & 0x80000000 ? (word << 1) ^ 0x04c11db7 : word << 1;
  return word >>> 0;
});

const checksum = (bytes: readonly number[]): number =>
  bytes.reduce((word, byte) => ((word << 8) ^ (table[((word >>> 24) ^ byte) & 255] ?? 0)) >>> 0, 0);

/** An Ogg page (RFC 3533) of packets shorter than 255 bytes. */
function page(
  number: number,
  flags: number,
  position: number,
  packets: readonly (readonly number[])[],
): number[] {
  const head = [...ascii('OggS'), 0, flags, ...little(position, 8), ...little(1, 4), ...little(number, 4)];
  const tail = [packets.length, ...packets.map(({ length }) => length), ...packets.flat()];
  return [...head, ...little(checksum([...head, 0, 0, 0, 0, ...tail]), 4), ...tail];
}

/** A voice message that says nothing: Opus in Ogg (RFC 7845), as WhatsApp records it, without asking for the microphone. */
export function silentVoiceNote(seconds: number): Uint8Array {
  const rate = 48_000;
  const silence = [0xf8, 0xff, 0xfe];
  const head = [...ascii('OpusHead'), 1, 1, ...little(312, 2), ...little(rate, 4), 0, 0, 0];
  const tags = [...ascii('OpusTags'), ...little(7, 4), ...ascii('wabakit'), ...little(0, 4)];
  const pages = Array.from({ length: seconds }, (_, index) =>
    page(index + 2, index + 1 === seconds ? 4 : 0, (index + 1) * rate, Array<number[]>(50).fill(silence)),
  );
  return Uint8Array.from([...page(0, 2, 0, [head]), ...page(1, 0, 0, [tags]), ...pages.flat()]);
}
