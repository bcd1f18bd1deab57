import { defaultApiVersion } from '../../shared/meta.ts';
import { isBaseUrl } from './trusted-hosts.ts';
import { textOf } from '../../shared/text-of.ts';

/** Returns what is wrong with an option, as the rest of a sentence, or `undefined`. */
type FindProblem = (value: unknown) => string | undefined;

/** For the option `accessToken`. A function is called later, and its result is checked then. */
export function findTokenProblem(value: unknown): string | undefined {
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'string' || !value)
    return 'is missing; create one for a system user of the business (Business settings, System users)';
  return /^[!-~]+$/.test(value) ? undefined : 'should be a token without spaces or line breaks';
}

/** For the option `apiVersion`. */
export const findVersionProblem: FindProblem = (value) =>
  /^v\d+\.\d+$/.test(textOf(value)) ? undefined : `is "${textOf(value)}"; write it as ${defaultApiVersion}`;

/** For the option `baseUrl`. */
export const findBaseUrlProblem: FindProblem = (value) =>
  typeof value === 'string' && isBaseUrl(value)
    ? undefined
    : 'should be https:// with a host name (or a loopback address), without version, query and password';
