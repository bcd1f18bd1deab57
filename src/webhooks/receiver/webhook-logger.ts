/** A logger with the methods of pino: fields first, then the message. The fields contain no personal data and no secret. */
export interface WebhookLogger {
  /** Called for each accepted request and each processed event. */
  readonly debug: (fields: object, message: string) => void;
  /** Called for each request that was refused with a 4xx status. */
  readonly warn: (fields: object, message: string) => void;
  /** Called for each request that failed with a 5xx status and for each event whose handler failed. */
  readonly error: (fields: object, message: string) => void;
}
