import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

const docs =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/official-business-accounts';

/** What Meta reviews before it gives the badge. Source: Meta, "Official business accounts". */
export interface OfficialAccountApplication {
  readonly business_website_url: string;
  /** Where the business does most of its business: `United States of America`. */
  readonly primary_country_of_operation: string;
  /** `English`. */
  readonly primary_language: string;
  /** Up to five articles of well-known publications about the business; adverts and listings do not count. */
  readonly supporting_links?: readonly string[] | undefined;
  /** A well-known parent company or brand. */
  readonly parent_business_or_brand?: string | undefined;
  readonly additional_supporting_information?: string | undefined;
}

const link = () =>
  z
    .string()
    .check(z.refine((url) => /^https?:\/\/\S+$/i.test(url), { error: 'needs http:// or https:// in front' }));

const schema = (): z.ZodMiniType<OfficialAccountApplication> =>
  z.strictObject({
    business_website_url: link(),
    primary_country_of_operation: characters(256),
    primary_language: characters(256),
    supporting_links: z.optional(z.array(link()).check(z.maxLength(5))),
    parent_business_or_brand: z.optional(z.string()),
    additional_supporting_information: z.optional(z.string()),
  });

/** Says what is missing or wrong in an application for an official business account. Never throws. */
export const validateOfficialAccountApplication = (application: unknown): Issue[] =>
  issuesFrom(schema, application, docs);
