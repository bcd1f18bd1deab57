/**
 * Chat links, QR codes and site buttons for a WhatsApp number. Pure: no client and no token needed.
 *
 * @module
 */
export { chatButtonHtml, type ChatButtonParams } from './chat-button-html.ts';
export { renderQrSvg, type RenderQrSvgParams } from './render-qr-svg.ts';
export { renderQrText } from './render-qr-text.ts';
export { waMeLink, type WaMeLinkParams } from './wa-me-link.ts';
