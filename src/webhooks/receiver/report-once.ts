import { WebhookError, type WebhookErrorReason, isWebhookError } from '../../errors/webhook-error.ts';

/** What is wrong with the set-up, so that every request meets it. */
const lasting: ReadonlySet<WebhookErrorReason> = new Set([
  'bad_signature',
  'bad_verify_token',
  'unknown_tenant',
  'body_parsed',
  'body_already_read',
]);

/** Returns the error of a signature that does not fit, with what the cause may be. */
export const badSignature = (signature: string | null | undefined): WebhookError =>
  new WebhookError('bad_signature', {
    details: [
      signature
        ? 'The app secret is not that of the app that sends (App Dashboard > App settings > Basic), or something changed the body on its way.'
        : 'The request has no X-Hub-Signature-256: it is not from Meta, or a proxy removed the header.',
    ],
  });

/** Creates a function that reports errors of the set-up, each cause once. It returns `false` for other errors and leaves them to the caller. */
export function createOnceReporter(report: (error: unknown) => void): (error: unknown) => boolean {
  const reported = new Set<string>();
  return (error) => {
    if (!isWebhookError(error) || !lasting.has(error.reason)) return false;
    if (!reported.has(error.message)) report(error);
    reported.add(error.message);
    return true;
  };
}
