/** A recipient that always fails in one way. */
export interface MagicRecipient {
  /** With `+`. */
  readonly number: `+${number}`;
  /** Meta's error code. */
  readonly code?: number;
  /** An HTTP status with a page of HTML. */
  readonly status?: number;
  /** The connection is cut before or after the message was taken. */
  readonly drop?: 'before' | 'after';
  /** When a program meets it in life. */
  readonly story: string;
}

// DATA. One recipient per failure worth handling: +1 555 0 and the six digits of the code. Ours, not Meta's: no exchange begins with 0, so these numbers are never assigned.
// prettier-ignore
/** The recipients that always fail, by number. Send to one of them to see how your program takes it. */
export const magicRecipients: readonly MagicRecipient[] = [
  { number: '+15550000190', code: 190, story: 'the access token has expired or was revoked' },
  { number: '+15550000368', code: 368, story: 'the account is blocked for a policy violation' },
  { number: '+15550080007', code: 80007, story: 'the account made too many calls' },
  { number: '+15550130429', code: 130429, story: 'too many messages a second' },
  { number: '+15550130472', code: 130472, story: 'the user is part of a holdout experiment (failed status)' },
  { number: '+15550130497', code: 130497, story: 'the business may not write to this country' },
  { number: '+15550131000', code: 131000, story: 'something went wrong at Meta' },
  { number: '+15550131016', code: 131016, story: 'the service is unavailable' },
  { number: '+15550131026', code: 131026, story: 'the number is not on WhatsApp (failed status)' },
  { number: '+15550131030', code: 131030, story: 'a test number may only write to its list of recipients' },
  { number: '+15550131031', code: 131031, story: 'the account is locked' },
  { number: '+15550131042', code: 131042, story: 'there is a problem with the payment method (failed status)' },
  { number: '+15550131047', code: 131047, story: 'more than 24 hours since the user last wrote' },
  { number: '+15550131048', code: 131048, story: 'too much was flagged as spam' },
  { number: '+15550131049', code: 131049, story: 'the user gets too much marketing (failed status)' },
  { number: '+15550131050', code: 131050, story: 'the user stopped promotions (failed status)' },
  { number: '+15550131051', code: 131051, story: 'the message type is not supported (failed status)' },
  { number: '+15550131053', code: 131053, story: 'the media could not be fetched (failed status)' },
  { number: '+15550131056', code: 131056, story: 'too many messages to this one user' },
  { number: '+15550131057', code: 131057, story: 'the account is in maintenance' },
  { number: '+15550132015', code: 132015, story: 'the template is paused' },
  { number: '+15550132016', code: 132016, story: 'the template is disabled' },
  { number: '+15550132068', code: 132068, story: 'the Flow is blocked (failed status)' },
  { number: '+15550132069', code: 132069, story: 'the Flow is throttled (failed status)' },
  { number: '+15550133010', code: 133010, story: 'the business number is not registered' },
  { number: '+15550000500', status: 500, story: 'a server breaks: a page of HTML in place of JSON' },
  { number: '+15550000502', status: 502, story: 'a gateway in between breaks: it is unknown whether the message was accepted' },
  { number: '+15550000001', drop: 'before', story: 'the connection is cut before the message was taken' },
  { number: '+15550000002', drop: 'after', story: 'the connection is cut after the message was taken' },
];

/** The same by digits. */
export const magicFailures: ReadonlyMap<string, MagicRecipient> = new Map(
  magicRecipients.map((recipient) => [recipient.number.slice(1), recipient]),
);
