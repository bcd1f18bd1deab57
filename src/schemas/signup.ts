import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

/** A page in WhatsApp where people sign up for messages of a business. Source: third-party sources that quote Meta, 2026; confidence: likely. */
export interface SignupFields {
  /** What people read before they sign up: 1 to 300 characters. */
  readonly signup_message?: string | undefined;
  /** What they get afterwards: 1 to 300 characters. */
  readonly confirmation_message?: string | undefined;
  /** Cannot be changed once it is set. */
  readonly privacy_policy_url?: string | undefined;
  readonly website_url?: string | undefined;
  /** 1 to 50 letters and digits. */
  readonly promo_code?: string | undefined;
  /** 1 to 256 characters. */
  readonly display_name?: string | undefined;
}

const message = () => z.optional(characters(300));

const schema = () =>
  z.object({
    signup_message: message(),
    confirmation_message: message(),
    privacy_policy_url: z.optional(z.string()),
    website_url: z.optional(z.string()),
    promo_code: z.optional(
      characters(50).check(
        z.refine((code) => /^[a-z0-9]+$/i.test(code), { error: 'may hold letters and digits only' }),
      ),
    ),
    display_name: z.optional(characters(256)),
  });

/** Says what Meta would refuse in an in-app signup. Never throws. */
export const validateSignup = (body: unknown): Issue[] => issuesFrom(schema, body);
