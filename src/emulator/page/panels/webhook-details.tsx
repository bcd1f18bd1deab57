import type { EmulatorTemplate } from '../../templates/template-reviewer.ts';
import type { WebhookAttempt } from '../../kernel/journal.ts';
import { timeWithSeconds } from '../format/time.ts';
import { toCurl } from '../format/to-curl.ts';
import { toTest } from '../format/to-test.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import type { BusinessView, WebhookEntryView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { Body } from './body.tsx';

function Attempts({
  attempts,
  url,
}: {
  readonly attempts: readonly WebhookAttempt[];
  readonly url: string | undefined;
}) {
  if (attempts.length === 0)
    return <p class="hint">{url === undefined ? 'No webhook URL is set: see Connect.' : 'On its way.'}</p>;
  return (
    <ol class="attempts">
      {attempts.map((attempt, index) => (
        <li key={index}>
          <time>{timeWithSeconds(attempt.at)}</time>
          <b data-tone={attempt.status !== undefined && attempt.status < 400 ? 'good' : 'bad'}>
            {attempt.status ?? attempt.error ?? 'no answer'}
          </b>
          <small>{Math.round(attempt.milliseconds)} ms</small>
        </li>
      ))}
    </ol>
  );
}

export function WebhookDetails({
  entry,
  business,
  templates,
}: {
  readonly entry: WebhookEntryView;
  readonly business: BusinessView;
  readonly templates: readonly EmulatorTemplate[];
}) {
  const { act } = useActions();
  return (
    <div class="details">
      <div class="details-actions">
        <button
          type="button"
          class="button"
          disabled={entry.target === undefined}
          onClick={() => void act({ kind: 'redeliver', number: entry.number })}
        >
          <Icon name="redo" size={16} />
          Redeliver
        </button>
        <CopyButton text={() => toCurl(entry, business)} label="Copy as curl" />
        <CopyButton text={() => toTest(entry, { business, templates })} label="Copy as test" icon="test" />
      </div>
      <h3>Attempts{entry.target === undefined ? '' : ` to ${entry.target}`}</h3>
      <Attempts attempts={entry.attempts} url={entry.target} />
      <h3>
        X-Hub-Signature-256
        <CopyButton text={() => entry.signature} label="Copy the signature" quiet />
      </h3>
      <code class="signature">{entry.signature}</code>
      <Body title={`Body of ${entry.field}`} value={entry.body} />
    </div>
  );
}
