import type { Random } from './random.ts';

const hex = '0123456789ABCDEF';
const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Ids in the forms that Meta's have, drawn from the seed. */
export interface IdFactory {
  /** `wamid.` and base64 of the user's number, the direction and a random key, as Meta builds it. */
  wamid(waId: string, direction: 'in' | 'out'): string;
  /** The trace id of a reply, to be quoted to support. */
  fbtrace(): string;
  /** The id of a node: a template, a media file, a Flow … */
  node(): string;
  /** 32 hex digits: a conversation. */
  conversation(): string;
  /** Letters and digits of a given length. */
  token(length: number): string;
  /** The 14 characters of a QR code. */
  qrCode(): string;
}

export function createIdFactory(random: Random): IdFactory {
  return {
    wamid(waId, direction) {
      const key = direction === 'out' ? random.text(18, hex) : `3A${random.text(18, hex)}`;
      const kind = direction === 'out' ? 0x11 : 0x12;
      const head = String.fromCharCode(0x1c, 0x18, waId.length);
      const middle = String.fromCharCode(0x15, 0x02, 0x00, kind, 0x18, key.length);
      return `wamid.${btoa(`${head}${waId}${middle}${key}\0`)}`;
    },
    fbtrace: () => `A${random.text(22, `${letters}_-`)}`,
    node: () => `${1 + random.below(9)}${random.text(14, digits)}`,
    conversation: () => random.text(32, hex.toLowerCase()),
    token: (length) => random.text(length, letters),
    qrCode: () => random.text(14, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
  };
}
