import { useState } from 'preact/hooks';
import type { UserView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { readFaultForm } from './read-fault-form.ts';

const effects = {
  api: {
    latency: 'come late',
    late: 'are answered late, after they were carried out',
    drop: 'are cut off',
    dropAfter: 'are cut off after they were carried out',
    error: 'get a Graph error',
    status: 'get a bare HTTP status',
  },
  webhook: {
    latency: 'come late',
    drop: 'get lost',
    duplicate: 'come several times',
    reorder: 'come out of order',
  },
} as const;

const amounts: Readonly<Record<string, string>> = {
  latency: 'Milliseconds',
  late: 'Milliseconds',
  duplicate: 'Copies',
  error: 'Error code',
  status: 'HTTP status',
};

/** What explains an error. A failed status has `details` alone. */
function ErrorFields() {
  return (
    <>
      <label class="field">
        Subcode
        <input name="subcode" type="number" min="1" placeholder="none" />
      </label>
      <label class="field">
        Arrives
        <select name="as">
          <option value="">as Meta does it</option>
          <option value="reply">in the reply</option>
          <option value="status">in a failed status</option>
        </select>
      </label>
      <label class="field">
        Details
        <input name="details" placeholder="error_data.details" />
      </label>
      <label class="field">
        Title for people
        <input name="userTitle" placeholder="error_user_title" />
      </label>
      <label class="field">
        Message for people
        <input name="userMessage" placeholder="error_user_msg" />
      </label>
    </>
  );
}

/** A rule of one's own. */
export function FaultForm({ users }: { readonly users: readonly UserView[] }) {
  const { act } = useActions();
  const [on, setOn] = useState<'api' | 'webhook'>('api');
  const [effect, setEffect] = useState('latency');
  const choices: Readonly<Record<string, string>> = effects[on];
  const amountLabel = amounts[effect];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement)
      void act({ kind: 'addFault', rule: readFaultForm(new FormData(event.currentTarget)) });
  };
  return (
    <form class="form fault-form" aria-label="A rule of your own" onSubmit={submit}>
      <label class="field">
        What
        <select
          name="on"
          value={on}
          onChange={({ currentTarget }) => {
            setOn(currentTarget.value === 'webhook' ? 'webhook' : 'api');
            setEffect('latency');
          }}
        >
          <option value="api">Calls to the API</option>
          <option value="webhook">Webhooks</option>
        </select>
      </label>
      <label class="field">
        What happens
        <select name="effect" value={effect} onChange={({ currentTarget }) => setEffect(currentTarget.value)}>
          {Object.entries(choices).map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {on === 'api' ? 'Path holds' : 'Field is'}
        <input name="match" placeholder={on === 'api' ? '/messages' : 'messages, statuses'} />
      </label>
      <label class="field">
        User
        <select name="waId">
          <option value="">everyone</option>
          {users.slice(0, 100).map(({ waId, name }) => (
            <option key={waId} value={waId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {amountLabel !== undefined && (
        <label class="field">
          {amountLabel}
          <input name="amount" type="number" min="1" />
        </label>
      )}
      {effect === 'error' && <ErrorFields />}
      <label class="field">
        Percent
        <input name="percent" type="number" min="1" max="100" placeholder="100" />
      </label>
      <label class="field">
        At most, times
        <input name="times" type="number" min="1" placeholder="for ever" />
      </label>
      <button type="submit" class="button primary">
        Add the rule
      </button>
    </form>
  );
}
