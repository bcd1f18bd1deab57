import { docsRoot } from '../shared/meta.ts';
import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

const docs = `${docsRoot}/reference/whatsapp-business-phone-number/business-compliance-information-api`;

/** The kinds of company that Meta asks for in India. */
const entityTypes = [
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
  /** The legal name of the company: up to 128 characters. */
  readonly entityName: string;
  /** The legal form of the company. */
  readonly entityType: (typeof entityTypes)[number];
  /** The legal form in words; needed if `entityType` is `OTHER`. */
  readonly entityTypeCustom?: string | undefined;
  /** Whether the company is registered. Default: Meta's. */
  readonly isRegistered?: boolean | undefined;
  /** The person that customers can complain to, in Meta's spelling. */
  readonly grievanceOfficerDetails: ComplianceContact & { readonly name: string };
  /** How customers reach the support, in Meta's spelling. */
  readonly customerCareDetails: ComplianceContact;
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
      entityName: characters(128),
      entityType: z.enum(entityTypes),
      entityTypeCustom: z.optional(characters(1024)),
      isRegistered: z.optional(z.boolean()),
      grievanceOfficerDetails: z.strictObject({ ...contact(), name: characters(128) }),
      customerCareDetails: z.strictObject(contact()),
    })
    .check(
      z.refine((info) => info.entityType !== 'OTHER' || info.entityTypeCustom !== undefined, {
        error: 'is missing: entityType OTHER needs it',
        path: ['entityTypeCustom'],
      }),
    );

/** Says what Meta would refuse in compliance information. Never throws. */
export const validateComplianceInfo = (info: unknown): Issue[] => issuesFrom(schema, info, docs);
