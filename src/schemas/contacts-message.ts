import * as z from 'zod/mini';
import { listBetween } from './checks.ts';
import { contactsLimits } from './limits.ts';

/** A contact card. Every `type` is free text, such as `WORK`. Source: Meta, "Contacts messages". */
export interface ContactPayload {
  /** `formatted_name` and at least one more part. */
  readonly name: {
    readonly formatted_name: string;
    readonly first_name?: string | undefined;
    readonly last_name?: string | undefined;
    readonly middle_name?: string | undefined;
    readonly prefix?: string | undefined;
    readonly suffix?: string | undefined;
  };
  /** `YYYY-MM-DD`. */
  readonly birthday?: string | undefined;
  readonly org?:
    | {
        readonly company?: string | undefined;
        readonly department?: string | undefined;
        readonly title?: string | undefined;
      }
    | undefined;
  /** With `wa_id` the card offers to write to the contact, without it to invite them. */
  readonly phones?:
    | readonly {
        readonly phone?: string | undefined;
        readonly type?: string | undefined;
        readonly wa_id?: string | undefined;
      }[]
    | undefined;
  readonly emails?:
    readonly { readonly email?: string | undefined; readonly type?: string | undefined }[] | undefined;
  readonly urls?:
    readonly { readonly url?: string | undefined; readonly type?: string | undefined }[] | undefined;
  readonly addresses?:
    | readonly {
        readonly street?: string | undefined;
        readonly city?: string | undefined;
        readonly state?: string | undefined;
        readonly zip?: string | undefined;
        readonly country?: string | undefined;
        readonly country_code?: string | undefined;
        readonly type?: string | undefined;
      }[]
    | undefined;
}

/** A strict object whose fields are all optional strings. */
const strings = <K extends string>(...names: readonly K[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.optional(z.string())])));

export const contactsSchema = () => {
  const name = strings('formatted_name', 'first_name', 'last_name', 'middle_name', 'prefix', 'suffix').check(
    z.refine((parts) => !!parts['formatted_name'], { error: 'needs formatted_name' }),
    z.refine((parts) => Object.values(parts).filter(Boolean).length > 1, {
      error: 'needs one more part in addition to formatted_name, such as first_name',
    }),
  );
  const contact = z.strictObject({
    name,
    birthday: z.optional(
      z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'is not a date such as 1999-01-23' })),
    ),
    org: z.optional(strings('company', 'department', 'title')),
    phones: z.optional(z.array(strings('phone', 'type', 'wa_id'))),
    emails: z.optional(z.array(strings('email', 'type'))),
    urls: z.optional(z.array(strings('url', 'type'))),
    addresses: z.optional(
      z.array(strings('street', 'city', 'state', 'zip', 'country', 'country_code', 'type')),
    ),
  });
  return listBetween(contact, 1, contactsLimits.contacts);
};
