import { usageError } from '../../errors/usage-error.ts';
import { textLimits } from '../../schemas/limits.ts';
import { layOut } from './layout.ts';
import { readBlocks } from './read-blocks.ts';
import { splitPieces } from './split-pieces.ts';

// Room for what a part repeats at its start and end: a quote, an indentation, a number, three marks, a fence.
const minLimit = 60;

/**
 * How {@link whatsAppText} splits.
 *
 * @beta
 */
export interface WhatsAppTextOptions {
  /**
   * Characters that a part may have: 60 or more, 4,096 by default, the limit of a text message. A caption has 1,024, and so has the body of an
   * interactive message.
   */
  readonly limit?: number | undefined;
}

/**
 * Returns Markdown as WhatsApp shows text, in as many parts as it takes, each one the body of a message. For answers of a language model, and for
 * any text that was written in Markdown.
 *
 * - Bold, italic, strikethrough, code, quotes and lists get WhatsApp's signs; a heading becomes bold, a link `label (address)`, a row of a table
 *   one line, a task ☐ or ☑. Signs that mean nothing, such as the stars of `2*3*4`, are shown as they are.
 * - A part ends after a paragraph, a line, a sentence or a word, never within a character as a reader sees it, nor within a link or a block of code
 *   that fits in one message. A longer block of code is cut between lines, each part with its own fences.
 * - Text without words gives no part.
 *
 * Never throws on any text, and takes time in proportion to its length.
 *
 * `limit` counts UTF-16 units (`text.length`). Meta documents 4,096 characters and never says which; no count of characters gives more than
 * UTF-16 units do.
 *
 * Source: WhatsApp, "How to format your messages" (faq.whatsapp.com/539178204879377); Meta, "Text messages". Confidence: medium; what WhatsApp
 * does with nested marks and with signs against letters is not documented.
 *
 * @throws {UsageError} if `markdown` is not a string, or `limit` is not a whole number of 60 or more.
 *
 * @example
 * whatsAppText('# Hours\n**Mon to Sat**, see [the map](https://shop.example/map)');
 * // ['*Hours*\n*Mon to Sat*, see the map (https://shop.example/map)']
 * for (const body of whatsAppText(answer)) await wa.messages.reply(event, body);
 *
 * @beta
 */
export function whatsAppText(markdown: string, options: WhatsAppTextOptions = {}): string[] {
  const { limit = textLimits.body } = options;
  if (typeof markdown !== 'string') throw usageError('markdown', 'should be a string');
  if (!Number.isInteger(limit) || limit < minLimit)
    throw usageError('limit', `is ${limit}, and must be a whole number of ${minLimit} or more`);
  return splitPieces(layOut(readBlocks(markdown)), limit);
}
