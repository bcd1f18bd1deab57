import { toSha256 } from '../../shared/bytes.ts';
import type { WebhookAnswer } from './handler-options.ts';
import { plainAnswer, toResponse } from './plain-answer.ts';
import { isEqual } from './signature.ts';

/** Compares the hashes of two texts, so that the time reveals neither the length nor the position of a difference. */
const isSame = async (one: string, other: string): Promise<boolean> =>
  isEqual(await toSha256(one), await toSha256(other));

/** Parameters of {@link verifyChallenge}. */
export interface VerifyChallengeParams {
  /** The URL of the GET request, with its `hub.…` query. */
  readonly url: string | URL;
  /** The verify token that you entered in the App Dashboard; 403 if it is `undefined` or empty. */
  readonly verifyToken: string | undefined;
}

/** Returns the response to a handshake. */
export async function challengeAnswer(
  query: URLSearchParams,
  verifyToken: string | undefined,
): Promise<WebhookAnswer> {
  const getSingle = (name: string): string | undefined => {
    const values = query.getAll(name);
    return values.length === 1 ? values[0] : undefined;
  };
  const challenge = getSingle('hub.challenge');
  const token = getSingle('hub.verify_token');
  if (getSingle('hub.mode') !== 'subscribe' || challenge === undefined || token === undefined)
    return plainAnswer(400, 'This is not a webhook handshake.');
  if (!verifyToken || !(await isSame(token, verifyToken)))
    return plainAnswer(403, 'The verify token is wrong.');
  return plainAnswer(200, challenge);
}

/**
 * Returns the response to Meta's handshake, the GET request that Meta sends when you save a webhook URL: 200 with the challenge as plain text
 * if the verify token matches, 403 if it does not, 400 if the query is not a handshake or repeats a key.
 *
 * Source: Meta, "Create a webhook endpoint".
 *
 * @example
 * const url = 'https://shop.example/webhooks?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=blue';
 * const response = await verifyChallenge({ url, verifyToken: 'blue' });
 * await response.text(); // '1158201444'
 */
export async function verifyChallenge({ url, verifyToken }: VerifyChallengeParams): Promise<Response> {
  return toResponse(await challengeAnswer(new URL(url).searchParams, verifyToken));
}
