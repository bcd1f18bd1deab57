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
  toSnakeCaseKeys,
} from '../../transport/transport.ts';

/** Parameters of `createPhoneNumber`. */
export interface CreatePhoneNumberParams extends WabaTarget {
  /** The country calling code, digits only: `55`. */
  readonly cc: string;
  /** The number without the calling code, 4 to 14 digits. */
  readonly phoneNumber: string;
  /** The display name that Meta reviews: 2 to 75 characters. */
  readonly verifiedName: string;
  /** `true` moves the number from another WhatsApp Business Account. Default: `false`. */
  readonly migratePhoneNumber?: boolean | undefined;
  /** The id of a pre-verified number to add, from `listPreverifiedNumbers`. */
  readonly preverifiedId?: string | undefined;
}

/**
 * Adds a phone number to a WhatsApp Business Account and returns its id. Then call `requestCode`, `verifyCode` and `registerPhoneNumber`.
 *
 * Throws `UsageError` if the number is not in digits or the name breaks a limit.
 *
 * Source: Meta, "Registering phone numbers".
 *
 * @example
 * await createPhoneNumber(client, { cc: '1', phoneNumber: '4155552671', verifiedName: 'Lucky Shrub' }); // { id: '110200345501442' }
 */
export async function createPhoneNumber(
  client: Client,
  { wabaId, ...body }: CreatePhoneNumberParams,
  options?: CallOptions,
): Promise<{ readonly id: PhoneNumberId }> {
  const issues = validateNewNumber(body);
  if (issues.length > 0)
    throw new UsageError({ summary: 'The phone number cannot be added with these parameters.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/phone_numbers`,
      body: jsonBody(toSnakeCaseKeys(body)),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly id: PhoneNumberId }>({ id: 'string' }),
    },
    options,
  );
}
