/**
 * Serialises a webhook the way Meta does: every character beyond ASCII as `\uXXXX`, every slash as `\/`. A receiver that parses and serialises
 * again gets other bytes, and so another signature: exactly the mistake that the emulator is there to show.
 */
export function webhookBody(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[^\0-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
