import { UsageError } from '../../errors/usage-error.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
  toSnakeCaseKeys,
} from '../../transport/transport.ts';
import type { CallingSettings, PayloadEncryption, StorageConfiguration } from './get-settings.ts';

/** Parameters of `updateSettings`: exactly one part of the settings, in Meta's spelling inside. */
export type UpdateSettingsParams = NumberTarget &
  (
    | {
        /** How calls work; what is sent replaces what was there. */
        readonly calling: CallingSettings;
      }
    | {
        /** Whether sends may name the customer's identity hash, so that a changed device stops them. */
        readonly userIdentityChange: { readonly enable_identity_key_check: boolean };
      }
    | {
        /** Encryption of payloads between you and Meta (beta). */
        readonly payloadEncryption: PayloadEncryption;
      }
    | {
        /** Where and how long Meta keeps messages. */
        readonly storageConfiguration: StorageConfiguration;
      }
  );

/**
 * Changes one part of the settings of a number. Meta accepts one part in each call; call hours are replaced as a whole. Storage can change
 * only while the number is not registered.
 *
 * Throws `UsageError` if the call names no part or more than one.
 *
 * Source: Meta, "Call settings", "Identity change", "Local storage", "No storage".
 *
 * @example
 * await updateSettings(client, { calling: { status: 'ENABLED', callback_permission_status: 'ENABLED' } });
 */
export async function updateSettings(
  client: Client,
  { phoneNumberId, ...settings }: UpdateSettingsParams,
  options?: CallOptions,
): Promise<void> {
  const parts = Object.keys(settings);
  if (parts.length !== 1) {
    throw new UsageError({
      summary: 'A call can change one part of the settings.',
      issues: [
        {
          path: 'settings',
          message: `has ${parts.length} parts; give exactly one of calling, userIdentityChange, payloadEncryption, storageConfiguration`,
          limit: 1,
        },
      ],
    });
  }
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/settings`,
      body: jsonBody(toSnakeCaseKeys(settings)),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
