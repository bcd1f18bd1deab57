import { usageError } from '../errors/usage-error.ts';
import { checkText } from './check-text.ts';

/** Draws a link. Throws `UsageError` if it is no text, or too long for a QR code. */
export function drawQr<Drawing>(link: string, draw: (link: string) => Drawing): Drawing {
  const text = checkText('link', link);
  try {
    return draw(text);
  } catch {
    throw usageError('link', 'does not fit into a QR code, which holds about 2,300 bytes');
  }
}
