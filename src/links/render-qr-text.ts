import { renderUnicodeCompact } from 'uqr';
import { drawQr } from './draw-qr.ts';

/**
 * Draws a QR code as text for a terminal: two modules a character, dark background assumed.
 *
 * @example
 * console.log(renderQrText({ link: 'https://wa.me/5511987654321' })); // █▀▀▀▀▀█ …
 */
export function renderQrText({ link }: { readonly link: string }): string {
  return drawQr(link, (text) => renderUnicodeCompact(text, { ecc: 'M', border: 2 }));
}
