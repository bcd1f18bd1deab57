import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** Parameters of `syncAppData`. */
export interface SyncAppDataParams extends NumberTarget {
  /** What to import: `smb_app_state_sync` for contacts, `history` for up to 180 days of chats. */
  readonly syncType: 'smb_app_state_sync' | 'history';
}

/**
 * Starts the import of contacts or chats from the WhatsApp Business app (coexistence) and returns the id of the request. Each import works
 * once, within 24 hours of the onboarding. The data arrives in the webhooks `smb_app_state_sync` and `history`.
 *
 * Source: Meta, "Onboarding business app users".
 *
 * @example
 * await syncAppData(client, { syncType: 'history' }); // { request_id: '…' }
 */
export async function syncAppData(
  client: Client,
  params: SyncAppDataParams,
  options?: CallOptions,
): Promise<{ readonly request_id: string }> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}/smb_app_data`,
      body: jsonBody({ messaging_product: 'whatsapp', sync_type: params.syncType }),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly request_id: string }>({ request_id: 'string' }),
    },
    options,
  );
}
