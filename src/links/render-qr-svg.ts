import { encode } from 'uqr';
import { checkText } from './check-text.ts';
import { drawQr } from './draw-qr.ts';
import { escapeHtml } from './escape-html.ts';

/** What to draw. */
export interface RenderQrSvgParams {
  /** The link, or any other text up to about 2,300 bytes. */
  readonly link: string;
  /** What a screen reader says. Default `QR code`. */
  readonly title?: string | undefined;
}

/**
 * Draws a QR code as an SVG image: black on white, four quiet modules around it, scales to any size, named for screen readers.
 * Error correction M survives about 15 % of damage or a small sticker on it.
 *
 * @example
 * renderQrSvg({ link: waMeLink({ phone: '+5511987654321' }), title: 'Chat with Acme' });
 * // '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 33" role="img" …'
 */
export function renderQrSvg({ link, title = 'QR code' }: RenderQrSvgParams): string {
  const { data, size } = drawQr(link, (text) => encode(text, { ecc: 'M', border: 4 }));
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" shape-rendering="crispEdges">` +
    `<title>${escapeHtml(checkText('title', title))}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dots.join('')}"/></svg>`
  );
}
