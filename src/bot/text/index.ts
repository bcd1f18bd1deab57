/**
 * Markdown as WhatsApp shows text. An entry of its own, because it carries a Markdown parser.
 *
 * @module
 */
export { whatsAppText, type WhatsAppTextOptions } from './whats-app-text.ts';
