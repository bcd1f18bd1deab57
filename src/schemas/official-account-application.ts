import { docsRoot } from '../shared/meta.ts';
import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

const docs = `${docsRoot}/official-business-accounts`;

/** What Meta reviews before it gives the badge. Source: Meta, "Official business accounts". */
export interface OfficialAccountApplication {
  /** The web page of the business, with `https://` or `http://`. */
  readonly businessWebsiteUrl: string;
  /** The country in which the business is mainly active: `United States of America`. */
  readonly primaryCountryOfOperation: string;
  /** The language in which the business mainly works: `English`. */
  readonly primaryLanguage: string;
  /** Up to five articles of well-known publications about the business; adverts and listings do not count. */
  readonly supportingLinks?: readonly string[] | undefined;
  /** The parent company or brand, if it is well known. */
  readonly parentBusinessOrBrand?: string | undefined;
  /** Anything else that shows that the business is well known. */
  readonly additionalSupportingInformation?: string | undefined;
}

const link = () =>
  z
    .string()
    .check(z.refine((url) => /^https?:\/\/\S+$/i.test(url), { error: 'needs http:// or https:// in front' }));

const schema = (): z.ZodMiniType<OfficialAccountApplication> =>
  z.strictObject({
    businessWebsiteUrl: link(),
    primaryCountryOfOperation: characters(256),
    primaryLanguage: characters(256),
    supportingLinks: z.optional(z.array(link()).check(z.maxLength(5))),
    parentBusinessOrBrand: z.optional(z.string()),
    additionalSupportingInformation: z.optional(z.string()),
  });

/** Says what is missing or wrong in an application for an official business account. Never throws. */
export const validateOfficialAccountApplication = (application: unknown): Issue[] =>
  issuesFrom(schema, application, docs);
