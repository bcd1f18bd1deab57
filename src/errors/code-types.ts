/** What area of the platform an error code belongs to. */
export type ErrorCodeKind =
  | 'analytics'
  | 'auth'
  | 'billing'
  | 'block'
  | 'call'
  | 'flow'
  | 'group'
  | 'integrity'
  | 'marketing'
  | 'media'
  | 'message'
  | 'migration'
  | 'not_found'
  | 'payment'
  | 'registration'
  | 'request'
  | 'routing'
  | 'service'
  | 'signup'
  | 'sync'
  | 'template'
  | 'throttle'
  | 'username';

/** Whether the same call may be made again: `now` after a short back-off; `later` once the stated wait is over; `never` unless the call changes. */
export type RetryAdvice = 'now' | 'later' | 'never';

/** A row of the subcode table: the codes that it comes with, the subcode, kind, title, hint. None of these calls may be repeated as it is. */
export type SubcodeRow = readonly [
  codes: readonly number[],
  subcode: number,
  kind: ErrorCodeKind,
  title: string,
  hint: string,
];

/** A row of the code table: code or range, HTTP status or place, kind, retry class, title, hint. */
export type ErrorCodeRow = readonly [
  code: number | readonly [from: number, to: number],
  seen: number | 'webhook' | 'health',
  kind: ErrorCodeKind,
  retry: RetryAdvice,
  title: string,
  hint: string,
];
