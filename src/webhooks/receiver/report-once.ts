import { WebhookError, isWebhookError } from '../../errors/webhook-error.ts';

/** What is wrong with the set-up, so that every request meets it. */
const lasting = /^(bad_|unknown_tenant|body_parsed|already_|body_already_)/;

/** Returns the error of a signature that does not fit, with what the cause may be. */
export const badSignature = (signature: string | null | undefined): WebhookError =>
  new WebhookError('bad_signature', {
    details: [
      signature
        ? 'The app secret is of another app (App Dashboard > App settings > Basic), or the body was changed on its way.'
        : 'The header X-Hub-Signature-256 is missing: the request is not from Meta, or a proxy removed it.',
    ],
  });

/** Creates a function that reports errors of the set-up, each cause once. It returns `false` for other errors and leaves them to the caller. */
export function createOnceReporter(report: (error: unknown) => void): (error: unknown) => boolean {
  const reported = new Set<string>();
  return (error) => {
    if (!isWebhookError(error) || !lasting.test(error.reason)) return false;
    if (!reported.has(error.message)) report(error);
    reported.add(error.message);
    return true;
  };
}
