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

/** Whether the same call may be made again: `yes` back off and repeat; `after` once the stated wait is over; `no` not unchanged. */
export type RetryClass = 'yes' | 'after' | 'no';

/** A row of the code table: code or range, HTTP status or place, kind, retry class, title, hint. */
export type ErrorCodeRow = readonly [
  code: number | readonly [from: number, to: number],
  seen: number | 'webhook' | 'health',
  kind: ErrorCodeKind,
  retry: RetryClass,
  title: string,
  hint: string,
];
