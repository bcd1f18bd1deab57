export { escapeMarks } from './literal-marks.ts';
export { whatsAppText, type WhatsAppTextOptions } from './whats-app-text.ts';
