import { UsageError } from '../../errors/usage-error.ts';
import type { PhoneNumberId } from '../../shared/ids.ts';
import { validateNewNumber } from '../../schemas/phone-number.ts';
import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';

/** A number to add to a WhatsApp Business Account. */
export interface CreatePhoneNumberParams extends WabaTarget {
  /** The calling code, digits only: `55`. */
  readonly cc: string;
  /** The rest of the number, digits only. */
  readonly phone_number: string;
  /** The display name to review: 2 to 75 characters. */
  readonly verified_name: string;
  /** `true` takes the number over from another WhatsApp Business Account. */
  readonly migrate_phone_number?: boolean | undefined;
  /** The id of a pre-verified number to use. */
  readonly preverified_id?: string | undefined;
}

/**
 * Adds a phone number to a WhatsApp Business Account. Next: `requestCode`, `verifyCode`, `registerPhoneNumber`.
 *
 * Source: Meta, "Registering phone numbers".
 *
 * @example
 * await createPhoneNumber(client, { cc: '1', phone_number: '4155552671', verified_name: 'Lucky Shrub' }); // { id: '110200345501442' }
 */
export function createPhoneNumber(
  client: Client,
  { wabaId, ...body }: CreatePhoneNumberParams,
  options?: CallOptions,
): Promise<{ readonly id: PhoneNumberId }> {
  const issues = validateNewNumber(body);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The phone number cannot be added like this.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/phone_numbers`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly id: PhoneNumberId }>({ id: 'string' }),
    },
    options,
  );
}
