import { useActions } from '../state/use-page.ts';

/** Where webhooks go. An empty field stops them. */
export function WebhookForm({ url }: { readonly url: string | undefined }) {
  const { act, dispatch } = useActions();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const value = new FormData(event.currentTarget).get('url');
    const wanted = typeof value === 'string' && value !== '' ? value : undefined;
    if (await act({ kind: 'setWebhook', url: wanted })) {
      const text = wanted === undefined ? 'Webhooks are off.' : `Webhooks go to ${wanted}`;
      dispatch({ kind: 'notice', notice: { text, tone: 'good' } });
    }
  };
  return (
    <form class="webhook-form" onSubmit={(event) => void submit(event)}>
      <label class="field">
        Webhook URL of your bot
        <input
          name="url"
          type="url"
          placeholder="http://localhost:3000/webhook"
          defaultValue={url}
          key={url}
        />
      </label>
      <button type="submit" class="button">
        Set
      </button>
    </form>
  );
}
