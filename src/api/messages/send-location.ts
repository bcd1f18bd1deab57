import type { LocationPayload } from '../../schemas/location-message.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { location } from '../../messages/location.ts';
import type { SendParams, SendResult } from './post-message.ts';
import { sendMessage } from './send-message.ts';

/** A location and its recipient. */
export type SendLocationParams = SendParams & LocationPayload;

/**
 * Sends a place. It needs an open customer service window. Throws as `sendMessage` does.
 *
 * Source: Meta, "Location messages".
 *
 * @example
 * await sendLocation(client, { to: '+5511987654321', latitude: -23.5614, longitude: -46.6559, name: 'Shop' }); // { wamid: 'wamid.…', … }
 */
export const sendLocation = async (
  client: Client,
  { latitude, longitude, name, address, ...rest }: SendLocationParams,
  options?: CallOptions,
): Promise<SendResult> =>
  sendMessage(client, { ...rest, ...location({ latitude, longitude, name, address }) }, options);
