import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** What to bring over from the WhatsApp Business app. */
export interface SyncAppDataParams extends NumberTarget {
  /** `smb_app_state_sync` for contacts, `history` for up to 180 days of chats. */
  readonly sync_type: 'smb_app_state_sync' | 'history';
}

/**
 * Starts bringing contacts or chats over from the WhatsApp Business app (coexistence). Each works once, within 24 hours of the onboarding.
 * The data comes by the webhooks `smb_app_state_sync` and `history`.
 *
 * Source: Meta, "Onboarding business app users".
 *
 * @example
 * await syncAppData(client, { sync_type: 'history' }); // { request_id: '…' }
 */
export function syncAppData(
  client: Client,
  params: SyncAppDataParams,
  options?: CallOptions,
): Promise<{ readonly request_id: string }> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, params)}/smb_app_data`,
      body: jsonBody({ messaging_product: 'whatsapp', sync_type: params.sync_type }),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly request_id: string }>({ request_id: 'string' }),
    },
    options,
  );
}
