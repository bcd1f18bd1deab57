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

/** Parameters of `listPreverifiedNumbers`. */
export interface ListPreverifiedNumbersParams extends PortfolioTarget, ListParams {
  /** Only numbers in this state: `VERIFIED`, `PENDING`, `FAILED` or `EXPIRED`. Default: all. */
  readonly verificationStatus?: string | undefined;
  /** Only numbers that are `AVAILABLE`, `IN_USE`, `RESERVED` or `UNAVAILABLE`. Default: all. */
  readonly availabilityStatus?: string | undefined;
  /** Only numbers of this country, as two letters: `US`. Default: all. */
  readonly countryCode?: string | undefined;
}

/**
 * Lists the pre-verified numbers of a partner, page by page.
 *
 * Source: Meta, "Pre-verified phone numbers".
 *
 * @example
 * for await (const { id } of listPreverifiedNumbers(client, { availabilityStatus: 'AVAILABLE' })) console.log(id); // 1060…
 */
export async function* listPreverifiedNumbers(
  client: Client,
  params: ListPreverifiedNumbersParams = {},
  options?: CallOptions,
): AsyncGenerator<PreverifiedNumber, void, undefined> {
  const { verificationStatus, availabilityStatus, countryCode, limit } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/preverified_numbers`,
      query: {
        verification_status: verificationStatus,
        availability_status: availabilityStatus,
        country_code: countryCode,
        limit,
        after,
      },
      idempotency: 'safe',
      parse: parseResponse<Page<PreverifiedNumber>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
