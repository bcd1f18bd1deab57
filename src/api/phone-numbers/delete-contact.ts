import { UsageError } from '../../errors/usage-error.ts';
import { type Bsuid, isBsuid } from '../../shared/ids.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Parameters of `deleteContact`. */
export interface DeleteContactParams extends NumberTarget {
  /** The user's business-scoped user id; Meta refuses a parent id. */
  readonly bsuid: Bsuid;
}

/**
 * Removes a user from the contact book, in which Meta stores the phone numbers that belong to business-scoped user ids. After that,
 * webhooks may identify the user by id alone.
 *
 * Throws `UsageError` if `bsuid` is not a business-scoped user id or is a parent id.
 *
 * Source: Meta, "Business-scoped user IDs" (contact book).
 *
 * @example
 * await deleteContact(client, { bsuid: 'US.13491208655302741918' });
 */
export async function deleteContact(
  client: Client,
  params: DeleteContactParams,
  options?: CallOptions,
): Promise<void> {
  if (!isBsuid(params.bsuid) || params.bsuid.includes('.ENT.')) {
    throw new UsageError({
      summary: 'The contact cannot be deleted.',
      issues: [
        {
          path: 'bsuid',
          message: 'should be a business-scoped user id such as US.13491208655302741918, not a parent id',
        },
      ],
    });
  }
  return client.request(
    {
      method: 'DELETE',
      path: graphPath`/${getPhoneNumberId(client, params)}/contact_book`,
      query: { messaging_product: 'whatsapp', bsuid: params.bsuid },
      idempotency: 'safe',
      sensitive: [params.bsuid],
      parse: parseSuccess,
    },
    options,
  );
}
