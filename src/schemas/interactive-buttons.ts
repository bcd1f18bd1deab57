import * as z from 'zod/mini';
import { characters, distinct, listBetween, wholeNumber } from './checks.ts';
import {
  bodyPart,
  commonParts,
  footerPart,
  type InteractiveBase,
  type InteractiveText,
} from './interactive-parts.ts';
import { ctaUrlLimits, replyButtonLimits, voiceCallLimits } from './limits.ts';
import { webLink } from './media-message.ts';

/** A button that answers with its id and title when it is tapped. */
export interface ReplyButton {
  readonly type: 'reply';
  /** `id` up to 256 characters, `title` up to 20; both differ from those of the other buttons. */
  readonly reply: { readonly id: string; readonly title: string };
}

/** A message with 1 to 3 reply buttons. Source: Meta, "Interactive reply buttons messages". */
export interface ReplyButtonsPayload extends InteractiveBase {
  readonly type: 'button';
  readonly action: { readonly buttons: readonly ReplyButton[] };
}

/** A message with a button that opens a link. Source: Meta, "Interactive call-to-action URL button messages". */
export interface CtaUrlPayload extends InteractiveBase {
  readonly type: 'cta_url';
  readonly action: CtaUrlAction;
}

/** Opens a link; `display_text` up to 20 characters. */
export interface CtaUrlAction {
  readonly name: 'cta_url';
  readonly parameters: { readonly display_text: string; readonly url: string };
}

/** Asks for the user's location; it comes as a location message that quotes this one. Source: Meta, "Location request messages". */
export interface LocationRequestPayload {
  readonly type: 'location_request_message';
  readonly body: InteractiveText;
  readonly action: { readonly name: 'send_location' };
}

/** A button that calls the business on WhatsApp. Source: Meta, "Call button messages". */
export interface VoiceCallPayload {
  readonly type: 'voice_call';
  readonly body: InteractiveText;
  readonly footer?: InteractiveText | undefined;
  readonly action: {
    readonly name: 'voice_call';
    readonly parameters?:
      | {
          /** Up to 20 characters. */
          readonly display_text?: string | undefined;
          /** 1 to 43,200; Meta's default is 10,080. */
          readonly ttl_minutes?: number | undefined;
          /** Up to 512 characters; comes back with the call as `cta_payload`. */
          readonly payload?: string | undefined;
        }
      | undefined;
  };
}

/** Asks whether the business may call. Source: Meta, "User call permissions". */
export interface CallPermissionPayload {
  readonly type: 'call_permission_request';
  readonly body?: InteractiveText | undefined;
  readonly action: { readonly name: 'call_permission_request' };
}

/** Asks for the user's phone number; it comes as a contacts message. Source: Meta, "Business-scoped user IDs" (May 2026). */
export interface ContactRequestPayload {
  readonly type: 'request_contact_info';
  readonly body: InteractiveText;
  readonly action: { readonly name: 'request_contact_info' };
}

/** One to `max` reply buttons with different ids and titles. */
const replyButtonList = (max: number) =>
  listBetween(
    z.strictObject({
      type: z.literal('reply'),
      reply: z.strictObject({
        id: characters(replyButtonLimits.id),
        title: characters(replyButtonLimits.title),
      }),
    }),
    1,
    max,
  ).check(
    distinct('id', ({ reply }) => reply.id),
    distinct('title', ({ reply }) => reply.title),
  );

export const ctaUrlAction = () =>
  z.strictObject({
    name: z.literal('cta_url'),
    parameters: z.strictObject({ display_text: characters(ctaUrlLimits.displayText), url: webLink() }),
  });

const named = <N extends string>(name: N) => z.strictObject({ name: z.literal(name) });

export const buttonSchemas = () =>
  [
    z.strictObject({
      type: z.literal('button'),
      ...commonParts(),
      action: z.strictObject({ buttons: replyButtonList(replyButtonLimits.buttons) }),
    }),
    z.strictObject({ type: z.literal('cta_url'), ...commonParts(), action: ctaUrlAction() }),
    z.strictObject({
      type: z.literal('location_request_message'),
      body: bodyPart(),
      action: named('send_location'),
    }),
    z.strictObject({
      type: z.literal('voice_call'),
      body: bodyPart(),
      footer: footerPart(),
      action: z.strictObject({
        name: z.literal('voice_call'),
        parameters: z.optional(
          z.strictObject({
            display_text: z.optional(characters(voiceCallLimits.displayText)),
            ttl_minutes: z.optional(wholeNumber(1, voiceCallLimits.ttlMinutes)),
            payload: z.optional(characters(voiceCallLimits.payload)),
          }),
        ),
      }),
    }),
    z.strictObject({
      type: z.literal('call_permission_request'),
      body: z.optional(bodyPart()),
      action: named('call_permission_request'),
    }),
    z.strictObject({
      type: z.literal('request_contact_info'),
      body: bodyPart(),
      action: named('request_contact_info'),
    }),
  ] as const;
