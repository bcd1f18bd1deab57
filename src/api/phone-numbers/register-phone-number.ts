import { UsageError } from '../../errors/usage-error.ts';
import { validateRegistration } from '../../schemas/phone-number.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Parameters of `registerPhoneNumber`. */
export interface RegisterPhoneNumberParams extends NumberTarget {
  /** The two-step PIN, six digits: the current PIN of the number, or its new one if it has none. Store it: the next registration needs it. */
  readonly pin: string;
  /** How long Meta keeps messages, in milliseconds, for numbers without storage: whole minutes, at least 3,600,000 (one hour). */
  readonly retention?: number | undefined;
}

/**
 * Registers a verified number for the Cloud API, so that it can send. Meta allows 10 calls in 72 hours; after that the number is locked for
 * 72 hours (133016). For local storage, set `storageConfiguration` with `updateSettings` first.
 *
 * Throws `UsageError` if the PIN does not have six digits or `retention` is too short.
 *
 * Source: Meta, "Registration".
 *
 * @example
 * await registerPhoneNumber(client, { pin: '212834' });
 */
export async function registerPhoneNumber(
  client: Client,
  { phoneNumberId, pin, retention }: RegisterPhoneNumberParams,
  options?: CallOptions,
): Promise<void> {
  const issues = validateRegistration({ pin, retention });
  if (issues.length > 0)
    throw new UsageError({ summary: 'The number cannot be registered with these parameters.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/register`,
      body: jsonBody({
        messaging_product: 'whatsapp',
        pin,
        meta_store_retention_minutes: retention === undefined ? undefined : retention / 60_000,
      }),
      idempotency: 'unsafe',
      sensitive: [pin],
      parse: parseSuccess,
    },
    options,
  );
}
