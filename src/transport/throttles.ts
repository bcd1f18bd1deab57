/**
 * What a throttle limits: every call of the app, the calls of a WABA, the messages of a business phone number, the messages from that number
 * to one user (the pair), or no more than is known: the one call.
 */
export type LimitScope = 'app' | 'waba' | 'phoneNumber' | 'pair' | 'call';

/** The error codes of throttles; `throttleScopes` says what each limits. They come with HTTP 400, 131057 with 500 and 613 with 429. */
export const throttleCodes: readonly number[] = [4, 17, 32, 613, 80007, 80008, 130429, 131056, 131057];

// DATA. Sources: Meta, "Error codes" (4, 80007, 130429, 131056, 131057), "Throughput" (130429, 131057) and "About the platform" (131056),
// confidence high; Graph API, "Rate limiting" (17: the token's user, which is the client's; 32: a Page; 80008), confidence medium. 613
// does not say what it counts.
/** What each code limits. */
export const throttleScopes: Readonly<Partial<Record<number, LimitScope>>> = {
  4: 'app',
  17: 'app',
  32: 'call',
  613: 'call',
  80007: 'waba',
  80008: 'waba',
  130429: 'phoneNumber',
  131056: 'pair',
  131057: 'phoneNumber',
};
