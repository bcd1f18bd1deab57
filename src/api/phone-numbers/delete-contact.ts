import { UsageError } from '../../errors/usage-error.ts';
import { type Bsuid, isBsuid } from '../../shared/ids.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';

/** Whom to forget. */
export interface DeleteContactParams extends NumberTarget {
  /** The user's business-scoped user id; a parent id is not taken. */
  readonly bsuid: Bsuid;
}

/**
 * Removes a user from the contact book, in which Meta keeps the phone numbers that go with business-scoped user ids. Afterwards webhooks may
 * name the user by id alone.
 *
 * Source: Meta, "Business-scoped user IDs" (contact book).
 *
 * @example
 * await deleteContact(client, { bsuid: 'US.13491208655302741918' }); // { success: true, deleted: true }
 */
export function deleteContact(
  client: Client,
  params: DeleteContactParams,
  options?: CallOptions,
): Promise<Success & { readonly deleted?: boolean | undefined }> {
  if (!isBsuid(params.bsuid) || params.bsuid.includes('.ENT.')) {
    throw new UsageError({
      summary: 'The contact cannot be named like this.',
      issues: [
        {
          path: 'bsuid',
          message: 'needs a business-scoped user id such as US.13491208655302741918, not a parent id',
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
