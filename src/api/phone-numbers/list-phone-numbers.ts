import type { ListParams, WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import { type PhoneNumber, type PhoneNumberField, phoneNumberFields } from './phone-number.ts';

/** Parameters of `listPhoneNumbers`. */
export interface ListPhoneNumbersParams extends WabaTarget, ListParams {
  /** The fields to read. Default: the fields that matter for sending, quality and limits. */
  readonly fields?: readonly PhoneNumberField[] | undefined;
  /** The time that the numbers are sorted by. Default: Meta's own order. */
  readonly sort?:
    | 'creation_time.asc'
    | 'creation_time.desc'
    | 'last_onboarded_time.asc'
    | 'last_onboarded_time.desc'
    | undefined;
}

/**
 * Lists the business phone numbers of a WhatsApp Business Account, page by page.
 *
 * Source: Meta, "Business phone numbers".
 *
 * @example
 * for await (const { id, display_phone_number } of listPhoneNumbers(client)) console.log(id, display_phone_number);
 * // 1906385232743451 +1 631-555-5555
 */
export async function* listPhoneNumbers(
  client: Client,
  params: ListPhoneNumbersParams = {},
  options?: CallOptions,
): AsyncGenerator<PhoneNumber, void, undefined> {
  const { fields = phoneNumberFields, limit, sort } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/phone_numbers`,
      query: { fields, sort, limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<PhoneNumber>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
