import type { ConsentWords } from '../events/consent.ts';
import type { ConsentReader } from './consent-reader.ts';

/**
 * Loads the stop and start words of 22 languages and returns the function that adds a `consent` event after each message that consists of
 * such a word, and after each status that failed because the user stopped marketing messages (131050). `createWebhookHandler` does this for
 * you; use it where you call `parseWebhook` yourself.
 *
 * @param words Words of your own; they win over the lists.
 * @throws {UsageError} if a word could never be found, or its choice is none of the five.
 *
 * @example
 * const readConsent = await loadConsentReader({ sair: 'stop', baja: 'maybe_stop', start: 'none' });
 * for (const event of readConsent(parseWebhook(body))) {
 *   if (event.kind === 'consent' && event.choice === 'stop') console.log(event.waId, event.word); // 16505551234 stop
 * }
 */
export async function loadConsentReader(words?: ConsentWords): Promise<ConsentReader> {
  const { createConsentReader } = await import('./create-consent-reader.ts');
  return createConsentReader(words);
}
