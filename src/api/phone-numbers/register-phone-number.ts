import { UsageError } from '../../errors/usage-error.ts';
import { validatePin } from '../../schemas/phone-number.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** How a number is registered. */
export interface RegisterPhoneNumberParams extends NumberTarget {
  /** The two-step PIN, six digits. The number's own when it has one; otherwise this becomes it. Keep it: it is asked for again. */
  readonly pin: string;
  /** How long Meta keeps messages, in minutes, for numbers without storage: 60 or more. */
  readonly meta_store_retention_minutes?: number | undefined;
}

/**
 * Registers a verified number for the Cloud API, so that it can send. At most 10 times in 72 hours, then it is locked for 72 hours (133016).
 * For local storage set `storage_configuration` in the settings first.
 *
 * Source: Meta, "Registration".
 *
 * @example
 * await registerPhoneNumber(client, { pin: '212834' }); // { success: true }
 */
export function registerPhoneNumber(
  client: Client,
  { phoneNumberId, ...body }: RegisterPhoneNumberParams,
  options?: CallOptions,
): Promise<Success> {
  const issues = validatePin(body);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The number cannot be registered like this.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/register`,
      body: jsonBody({ messaging_product: 'whatsapp', ...body }),
      idempotency: 'unsafe',
      sensitive: [body.pin],
      parse: parseSuccess,
    },
    options,
  );
}
