import { describeErrorCode } from '../../errors/codes.ts';
import type { JsonObject } from './json.ts';

/** What an error reply says, beyond its code. */
export interface GraphErrorParts {
  /** `error_data.details`: which field, which value, which limit. */
  readonly details?: string | undefined;
  /** Default: the title of the code. */
  readonly message?: string | undefined;
  readonly subcode?: number | undefined;
  readonly userTitle?: string | undefined;
  readonly userMessage?: string | undefined;
  /** Default: the status that the code comes with. */
  readonly status?: number | undefined;
  readonly type?: string | undefined;
  readonly transient?: boolean | undefined;
}

/** The API refuses a call: becomes Meta's error envelope. It never leaves the emulator. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly code: number;
  readonly parts: GraphErrorParts;

  constructor(code: number, parts: GraphErrorParts = {}) {
    super(`${code} ${parts.details ?? parts.message ?? ''}`);
    this.code = code;
    this.parts = parts;
  }
}

/** A call to an object that is not there, in Meta's words. */
export const noSuchObject = (method: string, id: string): GraphError =>
  new GraphError(100, {
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    type: 'GraphMethodException',
    subcode: 33,
  });

/** Puts every error into one envelope: `(#code) title`, details, trace id. */
export function errorReply(error: GraphError, fbtraceId: string): { status: number; body: JsonObject } {
  const { code, parts } = error;
  const info = describeErrorCode(code);
  const seen = info?.seen;
  return {
    status: parts.status ?? (typeof seen === 'number' ? seen : 400),
    body: {
      error: {
        message: parts.message ?? `(#${code}) ${info?.title ?? 'Unknown error'}`,
        type: parts.type ?? 'OAuthException',
        code,
        ...(parts.subcode === undefined ? {} : { error_subcode: parts.subcode }),
        ...(parts.transient === undefined ? {} : { is_transient: parts.transient }),
        ...(parts.userTitle === undefined ? {} : { error_user_title: parts.userTitle }),
        ...(parts.userMessage === undefined ? {} : { error_user_msg: parts.userMessage }),
        ...(parts.details === undefined
          ? {}
          : { error_data: { messaging_product: 'whatsapp', details: parts.details } }),
        fbtrace_id: fbtraceId,
      },
    },
  };
}

/** An error as it stands in a status webhook. */
export const webhookError = (code: number, details?: string): JsonObject => {
  const title = describeErrorCode(code)?.title ?? 'Unknown error';
  return {
    code,
    title,
    message: title,
    error_data: { details: details ?? title },
    href: '/documentation/business-messaging/whatsapp/support/error-codes',
  };
};
