// DATA. Limits of outgoing messages, in characters unless the name says otherwise, and Meta's page for each kind.
// Source: Meta's message pages (mirror of December 2025, changelog to October 2026) and Meta's OpenAPI v23.0. Where two pages disagree
// the larger limit stands here and the other in the comment: refusing what Meta accepts would be worse than Meta's own refusal.
// Confidence: high, unless a comment says otherwise. Characters are counted as Unicode code points.

/** The message as a whole. */
export const envelopeLimits = { callbackData: 512 } as const;

/** Text messages. */
export const textLimits = { body: 4096 } as const;

/** Image, video and document messages. */
export const mediaLimits = { caption: 1024 } as const;

/** Interactive messages. */
export const interactiveLimits = {
  header: 60,
  body: 1024,
  footer: 60,
  replyButtons: 3,
  replyId: 256,
  replyTitle: 20,
} as const;
