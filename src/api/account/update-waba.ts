import { UsageError } from '../../errors/usage-error.ts';
import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseSuccess,
  getWabaId,
  toSnakeCaseKeys,
} from '../../transport/transport.ts';

/** Parameters of `updateWaba`. */
export interface UpdateWabaParams extends WabaTarget {
  /** The new name of the account: 1 to 100 characters. */
  readonly name?: string | undefined;
  /** Meta's number for the new time zone: `1` is America/Los_Angeles. */
  readonly timezoneId?: string | undefined;
}

/**
 * Changes the name or the time zone of a WhatsApp Business Account. What is left out stays as it is.
 *
 * Throws `UsageError` if the name is longer than 100 characters.
 *
 * Source: Meta, "WhatsApp Business Account API".
 *
 * @example
 * await updateWaba(client, { name: 'Lucky Shrub' });
 */
export async function updateWaba(
  client: Client,
  { wabaId, ...body }: UpdateWabaParams,
  options?: CallOptions,
): Promise<void> {
  if ([...(body.name ?? '')].length > 100) {
    throw new UsageError({
      summary: 'The name of the account is too long.',
      issues: [{ path: 'name', message: 'has more than 100 characters', limit: 100 }],
    });
  }
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}`,
      body: jsonBody(toSnakeCaseKeys(body)),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
