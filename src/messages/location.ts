import type { LocationPayload } from '../schemas/location-message.ts';
import { checkParams } from '../errors/check-params.ts';

/**
 * Builds the content of a message with a place. An address is shown only with a name.
 *
 * Source: Meta, "Location messages".
 *
 * @example
 * location({ latitude: -23.5614, longitude: -46.6559, name: 'Shop', address: 'Av. Paulista 1000' });
 * // { type: 'location', location: { latitude: -23.5614, longitude: -46.6559, name: 'Shop', address: 'Av. Paulista 1000' } }
 */
export const location = (
  location: LocationPayload,
): { readonly type: 'location'; readonly location: LocationPayload } => ({
  type: 'location',
  location: checkParams('location', location, {
    latitude: true,
    longitude: true,
    name: false,
    address: false,
  }),
});
