/** What Meta puts under `error` when it refuses a call. Source: Meta, "Error codes". */
export interface GraphError {
  readonly code: number;
  readonly message?: string | undefined;
  readonly type?: string | undefined;
  readonly error_subcode?: number | undefined;
  /** `true` when Meta itself says that a repetition may help. */
  readonly is_transient?: boolean | undefined;
  readonly error_data?: { readonly details?: string | undefined } | undefined;
  readonly error_user_title?: string | undefined;
  readonly error_user_msg?: string | undefined;
  readonly fbtrace_id?: string | undefined;
}

/** Returns the error in a decoded answer; `undefined` if it has no error with a numeric code. */
export function readErrorEnvelope(answer: unknown): GraphError | undefined {
  const error = (answer as { error?: GraphError } | null | undefined)?.error;
  return typeof error?.code === 'number' ? error : undefined;
}
