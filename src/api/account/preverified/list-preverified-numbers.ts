import type { ListParams, PortfolioTarget } from '../../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
} from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** A number that a partner verified in advance. */
export interface PreverifiedNumber {
  readonly id: string;
  readonly display_phone_number?: string | undefined;
  /** `VERIFIED`, `PENDING`, `FAILED` or `EXPIRED`. */
  readonly verification_status?: string | undefined;
  /** `AVAILABLE`, `IN_USE`, `RESERVED` or `UNAVAILABLE`. */
  readonly availability_status?: string | undefined;
  readonly country_code?: string | undefined;
}

/** Which numbers. */
export interface ListPreverifiedNumbersParams extends PortfolioTarget, ListParams {
  readonly verification_status?: string | undefined;
  readonly availability_status?: string | undefined;
  readonly country_code?: string | undefined;
}

/**
 * Lists the pre-verified numbers of a partner.
 *
 * Source: Meta, "Pre-verified phone numbers".
 *
 * @example
 * for await (const { id } of listPreverifiedNumbers(client, { availability_status: 'AVAILABLE' })) console.log(id); // 1060…
 */
export function listPreverifiedNumbers(
  client: Client,
  params: ListPreverifiedNumbersParams = {},
  options?: CallOptions,
): AsyncGenerator<PreverifiedNumber, void, undefined> {
  const { verification_status, availability_status, country_code, limit } = params;
  return paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/preverified_numbers`,
      query: { verification_status, availability_status, country_code, limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<PreverifiedNumber>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
