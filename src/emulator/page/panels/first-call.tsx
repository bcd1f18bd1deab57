import { shellQuote } from '../format/to-curl.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import type { BusinessView } from '../protocol/protocol.ts';

/** Meta's first curl against this emulator: a template needs no open window, and every account has `hello_world`. */
const firstCall = ({ baseUrl, apiVersion, phoneNumberId, accessToken }: BusinessView): string =>
  [
    `curl -X POST ${shellQuote(`${baseUrl}/${apiVersion}/${phoneNumberId}/messages`)}`,
    `-H ${shellQuote(`Authorization: Bearer ${accessToken}`)}`,
    `-H 'Content-Type: application/json'`,
    `--data-binary '{"messaging_product":"whatsapp","to":"+5511987654321","type":"template","template":{"name":"hello_world","language":{"code":"en_US"}}}'`,
  ].join(' \\\n  ');

/** A call that can be pasted into a shell. */
export function FirstCall({ business }: { readonly business: BusinessView }) {
  return (
    <section class="first-call">
      <pre tabIndex={0} aria-label="First call">
        {firstCall(business)}
      </pre>
      <CopyButton text={() => firstCall(business)} label="Copy the first call" />
    </section>
  );
}
