import { usageError } from '../../errors/usage-error.ts';
import { isBsuid } from '../../shared/ids.ts';

/** Whom a message goes to: exactly one of a phone number, a business-scoped user id and a group. */
export type Recipient =
  | {
      /** A phone number with `+` and country: `+55 11 98765-4321`. Without `+` it needs the client's `defaultCountry`. */
      readonly to: string;
      readonly recipient?: undefined;
      readonly group?: undefined;
    }
  | {
      /** A business-scoped user id, such as `US.13491208655302741918`. */
      readonly recipient: string;
      readonly to?: undefined;
      readonly group?: undefined;
    }
  | {
      /** The id of a group. */
      readonly group: string;
      readonly to?: undefined;
      readonly recipient?: undefined;
    };

/** The fields that name a recipient on the wire. */
export interface RecipientFields {
  readonly recipient_type?: 'group' | 'individual';
  readonly to?: string;
  readonly recipient?: string;
}

/** Turns a recipient into wire fields, the phone number as `+digits`; throws a UsageError for one that Meta would misread. */
export function toRecipientFields(
  { to, recipient, group }: Recipient,
  defaultCountry: string | undefined,
): RecipientFields {
  if ([to, recipient, group].filter(Boolean).length !== 1)
    throw usageError('to', 'needs one of to, recipient, group');
  if (group) return { recipient_type: 'group', to: group };
  if (recipient) {
    if (isBsuid(recipient)) return { recipient_type: 'individual', recipient };
    throw usageError('recipient', 'is no user id such as US.13491208655302741918');
  }
  if (isBsuid(String(to)))
    throw usageError('to', 'is a user id, which Meta drops here: give it in recipient');
  let number = String(to).replace(/[\s()-]/g, '');
  if (defaultCountry && /^[1-9]/.test(number)) number = `+${defaultCountry.replace('+', '')}${number}`;
  if (/^\+[1-9]\d{6,14}$/.test(number)) return { recipient_type: 'individual', to: number };
  throw usageError(
    'to',
    'is no phone number with + and country (put + before a wa_id, or set defaultCountry)',
  );
}
