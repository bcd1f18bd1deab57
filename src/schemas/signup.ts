import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

/** A page in WhatsApp where people sign up for messages of a business. Source: third-party sources that quote Meta, 2026; confidence: likely. */
export interface SignupFields {
  /** What people read before they sign up: 1 to 300 characters. */
  readonly signupMessage?: string | undefined;
  /** What they get afterwards: 1 to 300 characters. */
  readonly confirmationMessage?: string | undefined;
  /** The URL of the privacy policy; Meta does not allow a change of it. */
  readonly privacyPolicyUrl?: string | undefined;
  /** The URL of the business's web page. */
  readonly websiteUrl?: string | undefined;
  /** The code that people get for signing up: 1 to 50 letters and digits. */
  readonly promoCode?: string | undefined;
  /** The name that the page shows: 1 to 256 characters. */
  readonly displayName?: string | undefined;
}

const message = () => z.optional(characters(300));

const schema = () =>
  z.object({
    signupMessage: message(),
    confirmationMessage: message(),
    privacyPolicyUrl: z.optional(z.string()),
    websiteUrl: z.optional(z.string()),
    promoCode: z.optional(
      characters(50).check(
        z.refine((code) => /^[a-z0-9]+$/i.test(code), { error: 'may hold letters and digits only' }),
      ),
    ),
    displayName: z.optional(characters(256)),
  });

/** Says what Meta would refuse in an in-app signup. Never throws. */
export const validateSignup = (body: unknown): Issue[] => issuesFrom(schema, body);
