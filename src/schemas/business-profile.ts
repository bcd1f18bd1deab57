import { docsRoot } from '../shared/meta.ts';
import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';
import { isUploadHandle, notUploadHandle } from './media-source.ts';

const docs = `${docsRoot}/business-profiles`;

/** The industries that a profile can name. Source: Meta's OpenAPI v23.0. */
export const profileVerticals = [
  'OTHER',
  'AUTO',
  'BEAUTY',
  'APPAREL',
  'EDU',
  'ENTERTAIN',
  'EVENT_PLAN',
  'FINANCE',
  'GROCERY',
  'GOVT',
  'HOTEL',
  'HEALTH',
  'NONPROFIT',
  'PROF_SERVICES',
  'RETAIL',
  'TRAVEL',
  'RESTAURANT',
  'ALCOHOL',
  'ONLINE_GAMBLING',
  'PHYSICAL_GAMBLING',
  'OTC_DRUGS',
] as const;

/** The industry of a business. */
export type ProfileVertical = (typeof profileVerticals)[number];

/** What customers read about a business. Lengths are in characters. Source: Meta, "Business profiles". */
export interface BusinessProfileUpdate {
  /** The line under the name, 1 to 139. */
  readonly about?: string | undefined;
  /** The postal address, up to 256. */
  readonly address?: string | undefined;
  /** What the business does, up to 512; Meta's newer specification says 256, so a longer one may be refused. */
  readonly description?: string | undefined;
  /** The e-mail address for customers, up to 128. */
  readonly email?: string | undefined;
  /** The handle that `uploadFile` returns for a JPEG or PNG. */
  readonly profilePictureHandle?: string | undefined;
  /** The web pages: up to two URLs of up to 256, with `https://` or `http://`. */
  readonly websites?: readonly string[] | undefined;
  /** The industry: `RETAIL`. */
  readonly vertical?: ProfileVertical | undefined;
}

const website = () =>
  characters(256).check(
    z.refine((url) => /^https?:\/\/\S+$/i.test(url), { error: 'needs http:// or https:// in front' }),
  );

const schema = (): z.ZodMiniType<BusinessProfileUpdate> =>
  z.strictObject({
    about: z.optional(characters(139)),
    address: z.optional(characters(256, 0)),
    description: z.optional(characters(512, 0)),
    email: z.optional(characters(128, 0)),
    profilePictureHandle: z.optional(
      characters(8192).check(z.refine(isUploadHandle, { error: notUploadHandle })),
    ),
    websites: z.optional(z.array(website()).check(z.maxLength(2))),
    vertical: z.optional(z.enum(profileVerticals)),
  });

/** Says what Meta would refuse in a business profile. Never throws. */
export const validateBusinessProfile = (profile: unknown): Issue[] => issuesFrom(schema, profile, docs);
