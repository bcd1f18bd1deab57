import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** The settings of a number. Meta's pages and its specification spell several values differently; unknown ones come through as they are. */
export interface PhoneNumberSettings {
  readonly calling?: CallingSettings | undefined;
  /** Whether sends may name the customer's identity hash, so that a changed device stops them (137000). */
  readonly user_identity_change?: { readonly enable_identity_key_check?: boolean | undefined } | undefined;
  readonly payload_encryption?: PayloadEncryption | undefined;
  readonly storage_configuration?: StorageConfiguration | undefined;
}

/** How calls of a number work. What is sent replaces what was there. */
export interface CallingSettings {
  readonly status?: 'ENABLED' | 'DISABLED' | (string & {}) | undefined;
  readonly call_icon_visibility?: 'DEFAULT' | 'DISABLE_ALL' | (string & {}) | undefined;
  /** ISO countries whose users see the call icon. */
  readonly call_icons?: { readonly restrict_to_user_countries?: readonly string[] | undefined } | undefined;
  /** When calls are taken; times are `HHMM` in `timezone_id`. */
  readonly call_hours?:
    | {
        readonly status?: 'ENABLED' | 'DISABLED' | (string & {}) | undefined;
        readonly timezone_id?: string | undefined;
        readonly weekly_operating_hours?:
          | readonly {
              readonly day_of_week: string;
              readonly open_time: string;
              readonly close_time: string;
            }[]
          | undefined;
        /** Up to 20. */
        readonly holiday_schedule?:
          | readonly { readonly date: string; readonly start_time: string; readonly end_time: string }[]
          | undefined;
      }
    | undefined;
  readonly callback_permission_status?: 'ENABLED' | 'DISABLED' | (string & {}) | undefined;
  readonly srtp_key_exchange_protocol?: 'DTLS' | 'SDES' | (string & {}) | undefined;
  readonly sip?:
    | {
        readonly status?: 'ENABLED' | 'DISABLED' | (string & {}) | undefined;
        readonly servers?:
          | readonly {
              readonly hostname: string;
              readonly port?: number | undefined;
              readonly request_uri_user_params?: Readonly<Record<string, string>> | undefined;
              /** Comes only with `includeSipCredentials`. Keep it out of logs. */
              readonly sip_user_password?: string | undefined;
            }[]
          | undefined;
      }
    | undefined;
}

/** Encryption of payloads between you and Meta (beta). */
export interface PayloadEncryption {
  readonly status?: string | undefined;
  readonly client_encryption_key?: string | undefined;
  readonly client_encryption_key_fingerprint?: string | undefined;
  readonly cloud_encryption_key?: string | undefined;
}

/** Where and how long Meta keeps messages. */
export interface StorageConfiguration {
  /** `DEFAULT`, `IN_COUNTRY_STORAGE_ENABLED`, `IN_COUNTRY_STORAGE_DISABLED`, `NO_STORAGE_ENABLED`. */
  readonly status?: string | undefined;
  /** `AE AU BH BR CA CH DE GB ID IN JP KR SG ZA`. */
  readonly data_localization_region?: string | undefined;
  /** For `NO_STORAGE_ENABLED`: 60 or more. */
  readonly retention_minutes?: number | undefined;
}

/** Parameters of `getSettings`. */
export interface GetSettingsParams extends NumberTarget {
  /** `true` also returns the SIP passwords. Default: `false`. */
  readonly includeSipCredentials?: boolean | undefined;
}

/**
 * Returns the settings of a number: calling, identity checks, encryption, storage.
 *
 * Source: Meta, "Call settings", "Local storage", "No storage".
 *
 * @example
 * (await getSettings(client)).calling?.status; // 'ENABLED'
 */
export async function getSettings(
  client: Client,
  params: GetSettingsParams = {},
  options?: CallOptions,
): Promise<PhoneNumberSettings> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/settings`,
      query: { include_sip_credentials: params.includeSipCredentials },
      idempotency: 'safe',
      parse: parseResponse<PhoneNumberSettings>('object'),
    },
    options,
  );
}
