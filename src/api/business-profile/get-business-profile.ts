import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** The fields of a business profile. */
export type BusinessProfileField =
  'about' | 'address' | 'description' | 'email' | 'profile_picture_url' | 'websites' | 'vertical';

/** What customers read about a business. A field that was never set is missing. */
export interface BusinessProfile {
  readonly about?: string | undefined;
  readonly address?: string | undefined;
  readonly description?: string | undefined;
  readonly email?: string | undefined;
  /** A URL that works for some days. */
  readonly profile_picture_url?: string | undefined;
  readonly websites?: readonly string[] | undefined;
  /** The industry, such as `RETAIL`. */
  readonly vertical?: string | undefined;
}

/** Parameters of `getBusinessProfile`. */
export interface GetBusinessProfileParams extends NumberTarget {
  /** The fields to read. Default: all of them. */
  readonly fields?: readonly BusinessProfileField[] | undefined;
}

const allFields: readonly BusinessProfileField[] = [
  'about',
  'address',
  'description',
  'email',
  'profile_picture_url',
  'websites',
  'vertical',
];

/**
 * Returns the business profile of a phone number.
 *
 * Source: Meta, "Business profiles".
 *
 * @example
 * await getBusinessProfile(client); // { about: 'Succulent specialists!', vertical: 'RETAIL', websites: ['https://www.luckyshrub.com/'], … }
 */
export async function getBusinessProfile(
  client: Client,
  params: GetBusinessProfileParams = {},
  options?: CallOptions,
): Promise<BusinessProfile> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/whatsapp_business_profile`,
      query: { fields: params.fields ?? allFields },
      idempotency: 'safe',
      parse: (reply) => {
        const [first = {}] = parseResponse<{
          data: readonly (BusinessProfile & { business_profile?: BusinessProfile })[];
        }>({
          data: ['object'],
        })(reply).data;
        // Meta's pages show the fields directly; its specification puts them one level deeper.
        return first.business_profile ?? first;
      },
    },
    options,
  );
}
