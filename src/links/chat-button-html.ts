import { checkText } from './check-text.ts';
import { escapeHtml } from './escape-html.ts';
import { waMeLink, type WaMeLinkParams } from './wa-me-link.ts';

/** What the button opens and how it reads. */
export interface ChatButtonParams extends WaMeLinkParams {
  /** The words on the button, in the language of the page. Default `Chat on WhatsApp`. */
  readonly label?: string | undefined;
  /** A class of your own style sheet. With it no inline style is written, which a strict content security policy asks for. */
  readonly className?: string | undefined;
}

// White on #075e54 has a contrast of 7.7 to 1, over the 4.5 that WCAG 2.2 AA asks for; 44 px is the touch target of AAA.
const style =
  'display:inline-flex;align-items:center;gap:.5em;min-height:44px;padding:0 1.1em;border-radius:22px;' +
  'background:#075e54;color:#fff;font:600 1rem/1.2 system-ui,sans-serif;text-decoration:none';
const bubble =
  '<svg aria-hidden="true" focusable="false" width="20" height="20" viewBox="0 0 24 24">' +
  '<path fill="currentColor" d="M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z"/></svg>';

/**
 * Writes a chat button for a web page: a plain link with words, no script, no request to anyone until it is pressed.
 * It works with the keyboard and in screen readers, and every value in it is escaped. Throws a UsageError for a phone that is not a full number.
 *
 * @example
 * chatButtonHtml({ phone: '+5511987654321', text: 'Hi!', className: 'chat' });
 * // '<a href="https://wa.me/5511987654321?text=Hi%21" target="_blank" rel="noopener noreferrer" class="chat">…Chat on WhatsApp</a>'
 */
export function chatButtonHtml({ label = 'Chat on WhatsApp', className, ...link }: ChatButtonParams): string {
  const look =
    className === undefined ? `style="${style}"` : `class="${escapeHtml(checkText('className', className))}"`;
  return (
    `<a href="${escapeHtml(waMeLink(link))}" target="_blank" rel="noopener noreferrer" ${look}>` +
    `${bubble}<span>${escapeHtml(checkText('label', label))}</span></a>`
  );
}
