import type { Bsuid, WaId } from './ids.ts';

/** The person or group that a message goes to: exactly one of a phone number, a WhatsApp ID, a business-scoped user id and a group. */
export type Recipient =
  | {
      /** A phone number with `+` and calling code: `+55 11 98765-4321`. Without `+` it needs the client's `defaultCountry`. */
      readonly to: string;
      readonly waId?: undefined;
      readonly recipient?: undefined;
      readonly group?: undefined;
    }
  | {
      /** A WhatsApp ID as a webhook event carries it: digits with the calling code and without `+`, `5511987654321`. */
      readonly waId: WaId;
      readonly to?: undefined;
      readonly recipient?: undefined;
      readonly group?: undefined;
    }
  | {
      /** A business-scoped user id, such as `US.13491208655302741918`. */
      readonly recipient: Bsuid;
      readonly to?: undefined;
      readonly waId?: undefined;
      readonly group?: undefined;
    }
  | {
      /** The id of a group. */
      readonly group: string;
      readonly to?: undefined;
      readonly waId?: undefined;
      readonly recipient?: undefined;
    };
