import { UsageError } from '../../errors/usage-error.ts';
import type { Success, WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
  getWabaId,
} from '../../transport/transport.ts';

/** What to change; what is left out stays as it is. */
export interface UpdateWabaParams extends WabaTarget {
  /** Up to 100 characters. */
  readonly name?: string | undefined;
  /** Meta's number for the time zone. */
  readonly timezone_id?: string | undefined;
}

/**
 * Changes the name or the time zone of a WhatsApp Business Account.
 *
 * Source: Meta, "WhatsApp Business Account API".
 *
 * @example
 * await updateWaba(client, { name: 'Lucky Shrub' }); // { success: true }
 */
export function updateWaba(
  client: Client,
  { wabaId, ...body }: UpdateWabaParams,
  options?: CallOptions,
): Promise<Success> {
  if ([...(body.name ?? '')].length > 100) {
    throw new UsageError({
      summary: 'The account cannot be renamed like this.',
      issues: [{ path: 'name', message: 'has more than 100 characters', limit: 100 }],
    });
  }
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
