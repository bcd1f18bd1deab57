import * as z from 'zod/mini';
import { characters, distinct, lazy, listOf } from './checks.ts';
import { interactiveLimits } from './limits.ts';
import { documentSchema, mediaSchema, type DocumentPayload, type MediaPayload } from './media-message.ts';

/** What stands above the body of an interactive message. */
export type InteractiveHeader =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image'; readonly image: MediaPayload }
  | { readonly type: 'video'; readonly video: MediaPayload }
  | { readonly type: 'document'; readonly document: DocumentPayload };

/** The words of an interactive message. */
export interface InteractiveText {
  readonly text: string;
}

/** A button that answers with its id and title when it is tapped. */
export interface ReplyButton {
  readonly type: 'reply';
  /** `id` up to 256 characters, `title` up to 20; both differ from those of the other buttons. */
  readonly reply: { readonly id: string; readonly title: string };
}

/** A message with 1 to 3 reply buttons. Source: Meta, "Interactive reply buttons messages". */
export interface ReplyButtonsPayload {
  readonly type: 'button';
  readonly header?: InteractiveHeader | undefined;
  /** Up to 1,024 characters. */
  readonly body: InteractiveText;
  /** Up to 60 characters. */
  readonly footer?: InteractiveText | undefined;
  readonly action: { readonly buttons: readonly ReplyButton[] };
}

/** Every interactive message. */
export type InteractivePayload = ReplyButtonsPayload;

const text = (max: number) => z.strictObject({ text: characters(max) });

const anyHeader = lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text: characters(interactiveLimits.header) }),
    z.strictObject({ type: z.literal('image'), image: mediaSchema() }),
    z.strictObject({ type: z.literal('video'), video: mediaSchema() }),
    z.strictObject({ type: z.literal('document'), document: documentSchema() }),
  ]),
);

const replyButtons = lazy(() => {
  const button = z.strictObject({
    type: z.literal('reply'),
    reply: z.strictObject({
      id: characters(interactiveLimits.replyId),
      title: characters(interactiveLimits.replyTitle),
    }),
  });
  return z.strictObject({
    type: z.literal('button'),
    header: z.optional(anyHeader()),
    body: text(interactiveLimits.body),
    footer: z.optional(text(interactiveLimits.footer)),
    action: z.strictObject({
      buttons: listOf(button, 1, interactiveLimits.replyButtons).check(
        distinct('id', ({ reply }) => reply.id),
        distinct('title', ({ reply }) => reply.title),
      ),
    }),
  });
});

export const interactiveSchema = lazy(() => z.discriminatedUnion('type', [replyButtons()]));
