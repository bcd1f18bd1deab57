import type { EmulatorTemplate } from '../../templates/template-reviewer.ts';
import { toCurl } from '../format/to-curl.ts';
import { toTest } from '../format/to-test.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import type { RequestEntryView, BusinessView } from '../protocol/protocol.ts';
import { Body } from './body.tsx';

export function CallDetails({
  entry,
  business,
  templates,
}: {
  readonly entry: RequestEntryView;
  readonly business: BusinessView;
  readonly templates: readonly EmulatorTemplate[];
}) {
  return (
    <div class="details">
      <div class="details-actions">
        <CopyButton text={() => toCurl(entry, business)} label="Copy as curl" />
        <CopyButton text={() => toTest(entry, { business, templates })} label="Copy as test" icon="test" />
      </div>
      {entry.body !== undefined && <Body title="Request" value={entry.body} />}
      {entry.status === undefined ? (
        <p class="hint">The connection was cut before an answer.</p>
      ) : (
        <Body
          title={`Response ${entry.status} in ${Math.round(entry.milliseconds)} ms`}
          value={entry.reply}
        />
      )}
    </div>
  );
}
