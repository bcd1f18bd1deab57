import type { BusinessView, JournalEntryView } from '../protocol/protocol.ts';

/** A word that a POSIX shell takes as it is. */
export const shellQuote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const getBody = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The request as a command line: a call to the emulator, or a webhook to the business. */
export function toCurl(entry: JournalEntryView, business: BusinessView): string {
  if (entry.kind === 'webhook') {
    return [
      `curl -X POST ${shellQuote(entry.target ?? 'http://localhost:3000/webhook')}`,
      `-H 'Content-Type: application/json'`,
      `-H ${shellQuote(`X-Hub-Signature-256: ${entry.signature}`)}`,
      `--data-binary ${shellQuote(entry.body)}`,
    ].join(' \\\n  ');
  }
  const lines = [
    `curl -X ${entry.method} ${shellQuote(business.baseUrl + entry.path)}`,
    `-H ${shellQuote(`Authorization: Bearer ${business.accessToken}`)}`,
  ];
  if (entry.body !== undefined)
    lines.push(`-H 'Content-Type: application/json'`, `--data-binary ${shellQuote(getBody(entry.body))}`);
  return lines.join(' \\\n  ');
}
