import { CopyButton } from '../parts/copy-button.tsx';
import type { BusinessView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { FirstCall } from './first-call.tsx';
import { ResetButton } from './reset-button.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** What to paste into a client. */
export function ConnectPanel({ business }: { readonly business: BusinessView }) {
  const { dispatch } = useActions();
  const values = [
    ['Base URL', business.baseUrl],
    ['Phone number ID', business.phoneNumberId],
    ['WABA ID', business.wabaId],
    ['Access token', business.accessToken],
    ['App secret', business.appSecret],
    ['Verify token', business.verifyToken],
  ] as const;
  return (
    <>
      <p class="hint">Point any WhatsApp client at these. They are worth nothing outside this machine.</p>
      <dl class="values">
        {values.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
              <CopyButton text={() => value} label={`Copy ${name}`} quiet />
            </dd>
          </div>
        ))}
      </dl>
      <WebhookForm url={business.webhookUrl} />
      <h2 class="panel-heading">First call</h2>
      <FirstCall business={business} />
      <div class="details-actions">
        <ResetButton
          onDone={() =>
            dispatch({ kind: 'notice', notice: { text: 'Everything is as at the start.', tone: 'good' } })
          }
        />
      </div>
    </>
  );
}
