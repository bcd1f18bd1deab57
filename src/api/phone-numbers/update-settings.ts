import { UsageError } from '../../errors/usage-error.ts';
import type { NumberTarget, Success } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseSuccess,
} from '../../transport/transport.ts';
import type { CallingSettings, PayloadEncryption, StorageConfiguration } from './get-settings.ts';

/** Exactly one part of the settings. */
export type UpdateSettingsParams = NumberTarget &
  (
    | { readonly calling: CallingSettings }
    | { readonly user_identity_change: { readonly enable_identity_key_check: boolean } }
    | { readonly payload_encryption: PayloadEncryption }
    | { readonly storage_configuration: StorageConfiguration }
  );

/**
 * Changes one part of the settings of a number. Meta takes one part a call; call hours are replaced as a whole. Storage can change only
 * while the number is not registered.
 *
 * Source: Meta, "Call settings", "Identity change", "Local storage", "No storage".
 *
 * @example
 * await updateSettings(client, { calling: { status: 'ENABLED', callback_permission_status: 'ENABLED' } }); // { success: true }
 */
export function updateSettings(
  client: Client,
  { phoneNumberId, ...settings }: UpdateSettingsParams,
  options?: CallOptions,
): Promise<Success> {
  const parts = Object.keys(settings);
  if (parts.length !== 1) {
    throw new UsageError({
      summary: 'Settings are changed one part a call.',
      issues: [
        {
          path: 'settings',
          message: `names ${parts.length} parts; exactly one of calling, user_identity_change, payload_encryption, storage_configuration is needed`,
          limit: 1,
        },
      ],
    });
  }
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/settings`,
      body: jsonBody(settings),
      idempotency: 'unsafe',
      parse: parseSuccess,
    },
    options,
  );
}
