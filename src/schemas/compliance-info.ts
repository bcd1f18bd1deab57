import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

const docs =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/business-compliance-information-api';

/** The kinds of company that Meta asks for in India. */
export const entityTypes = [
  'LIMITED_LIABILITY_PARTNERSHIP',
  'SOLE_PROPRIETORSHIP',
  'PARTNERSHIP',
  'PUBLIC_COMPANY',
  'PRIVATE_COMPANY',
  'OTHER',
] as const;

/** How a person in charge is reached: an e-mail address and phone numbers with `+` and country code. */
export interface ComplianceContact {
  readonly email: string;
  readonly mobile_number?: string | undefined;
  readonly landline_number?: string | undefined;
}

/** What Indian law asks a business to tell its customers. Source: Meta, "Business compliance information". */
export interface ComplianceInfoUpdate {
  /** Up to 128 characters. */
  readonly entity_name: string;
  readonly entity_type: (typeof entityTypes)[number];
  /** Needed with `OTHER`. */
  readonly entity_type_custom?: string | undefined;
  readonly is_registered?: boolean | undefined;
  readonly grievance_officer_details: ComplianceContact & { readonly name: string };
  readonly customer_care_details: ComplianceContact;
}

const phone = () =>
  z.optional(
    z.string().check(
      z.refine((number) => /^\+[1-9]\d{1,14}$/.test(number), {
        error: 'needs + and the country code, digits only',
      }),
    ),
  );
const contact = () => ({ email: characters(128), mobile_number: phone(), landline_number: phone() });

const schema = (): z.ZodMiniType<ComplianceInfoUpdate> =>
  z
    .strictObject({
      entity_name: characters(128),
      entity_type: z.enum(entityTypes),
      entity_type_custom: z.optional(characters(1024)),
      is_registered: z.optional(z.boolean()),
      grievance_officer_details: z.strictObject({ ...contact(), name: characters(128) }),
      customer_care_details: z.strictObject(contact()),
    })
    .check(
      z.refine((info) => info.entity_type !== 'OTHER' || info.entity_type_custom !== undefined, {
        error: 'is missing: entity_type OTHER needs it',
        path: ['entity_type_custom'],
      }),
    );

/** Says what Meta would refuse in compliance information. Never throws. */
export const validateComplianceInfo = (info: unknown): Issue[] => issuesFrom(schema, info, docs);
