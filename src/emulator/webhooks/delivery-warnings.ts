/** Says what goes wrong with webhooks, each cause once. */
export interface DeliveryWarnings {
  /** A user wrote, and there is no receiver at all. */
  unheard(): void;
  /** A receiver refused a webhook or could not be reached. */
  refused(target: string | undefined, status: number | undefined, error: string | undefined): void;
}

const causes: Readonly<Record<number, string>> = {
  401: 'its app secret is not the one that signs: give it emulator.appSecret, and the raw body',
  403: 'something in front of it refuses the request',
  404: 'nothing is served at this address: check the path of the URL',
  405: 'it does not take POST at this address',
  415: 'it does not take JSON at this address',
};

/** Creates the warnings of one emulator, printed to the console. */
export function createDeliveryWarnings(): DeliveryWarnings {
  const said = new Set<string>();
  const warnOnce = (cause: string, text: string): void => {
    if (said.has(cause)) return;
    said.add(cause);
    console.warn(`wabakit emulator: ${text}`);
  };
  return {
    unheard() {
      warnOnce(
        'unheard',
        'a user wrote, and nothing receives webhooks, so no bot can answer. Call emulator.webhook.subscribe(handler), or createEmulator({ webhook: { handler } }).',
      );
    },
    refused(target, status, error) {
      if (status === undefined)
        warnOnce(`${target} unreachable`, `the receiver of webhooks (${target}) did not answer: ${error}.`);
      else if (status >= 400 && status < 500)
        warnOnce(
          `${target} ${status}`,
          `the receiver of webhooks (${target}) answered ${status}: ${causes[status] ?? 'it refuses the webhook'}. Meta would deliver it again and give up after 7 days.`,
        );
    },
  };
}
