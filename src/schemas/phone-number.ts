import { docsRoot } from '../shared/meta.ts';
import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

const pin = () =>
  z.string().check(z.refine((value) => /^\d{6}$/.test(value), { error: 'needs exactly 6 digits' }));

const pinSchema = () => z.object({ pin: pin() });
const codeSchema = () => z.object({ code: pin() });
const requestSchema = () =>
  z.object({
    codeMethod: z.enum(['SMS', 'VOICE']),
    language: z.string().check(
      z.refine((value) => /^[a-z]{2,3}(_[A-Z]{2})?$/.test(value), {
        error: 'needs a form like en or en_US',
      }),
    ),
  });
const nameSchema = () => z.object({ displayName: characters(75, 2) });
const newNumberSchema = () =>
  z.object({
    cc: z.string().check(
      z.refine((value) => /^[1-9]\d{0,2}$/.test(value), {
        error: 'needs the calling code in digits, without +',
      }),
    ),
    phoneNumber: z.string().check(
      z.refine((value) => /^\d{4,14}$/.test(value), {
        error: 'needs digits only, without the calling code',
      }),
    ),
    verifiedName: characters(75, 2),
  });
const callbackSchema = (name: 'callbackUrl' | 'overrideCallbackUri') => () =>
  z.object({
    [name]: z.string().check(
      z.maxLength(200),
      z.refine((url) => url === '' || url.startsWith('https://'), { error: 'needs https:// in front' }),
    ),
    verifyToken: z.optional(z.string()),
  });
const registrationSchema = () =>
  z.object({
    pin: pin(),
    retention: z.optional(
      z.number().check(
        z.minimum(3_600_000),
        z.refine((ms) => ms % 60_000 === 0, { error: 'should be whole minutes, in milliseconds' }),
      ),
    ),
  });

/** Says what is wrong with a two-step PIN. Never throws. */
export const validatePin = (body: unknown): Issue[] =>
  issuesFrom(pinSchema, body, `${docsRoot}/business-phone-numbers/two-step-verification`);

/** Says what is wrong with a verification code. Never throws. */
export const validateCode = (body: unknown): Issue[] =>
  issuesFrom(codeSchema, body, `${docsRoot}/business-phone-numbers/phone-numbers`);

/** Says what is wrong with the request for a verification code. Never throws. */
export const validateCodeRequest = (body: unknown): Issue[] =>
  issuesFrom(requestSchema, body, `${docsRoot}/business-phone-numbers/phone-numbers`);

/** Says what is wrong with a display name. Never throws. */
export const validateDisplayName = (body: unknown): Issue[] =>
  issuesFrom(nameSchema, body, `${docsRoot}/display-names`);

/** Says what is wrong with a number that is to be added. Never throws. */
export const validateNewNumber = (body: unknown): Issue[] =>
  issuesFrom(newNumberSchema, body, `${docsRoot}/solution-providers/registering-phone-numbers`);

/** Says what is wrong with how a number should be registered. Never throws. */
export const validateRegistration = (body: unknown): Issue[] =>
  issuesFrom(registrationSchema, body, `${docsRoot}/business-phone-numbers/registration`);

/** Says what is wrong with a URL for webhooks, which `name` names as the caller does. Never throws. */
export const validateCallback = (body: unknown, name: 'callbackUrl' | 'overrideCallbackUri'): Issue[] =>
  issuesFrom(callbackSchema(name), body, `${docsRoot}/webhooks/override`);
