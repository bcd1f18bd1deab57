import type { VoiceCallPayload } from '../schemas/interactive-buttons.ts';
import { checkParams } from '../errors/check-params.ts';

/** A message with a call button. */
export interface VoiceCallParams {
  /** 1 to 1,024 characters. */
  readonly body: string;
  /** Up to 60 characters. */
  readonly footer?: string | undefined;
  /** The text of the button, up to 20 characters. Default: Meta's, "Call Now". */
  readonly displayText?: string | undefined;
  /** Minutes that the button works, 1 to 43,200. Default: Meta's, 10,080. */
  readonly ttlMinutes?: number | undefined;
  /** Comes back with the call as `cta_payload`, up to 512 characters. */
  readonly payload?: string | undefined;
}

/**
 * Builds the content of a message with a button that calls the business on WhatsApp.
 *
 * Source: Meta, "Call button messages and deep links".
 *
 * @example
 * voiceCall({ body: 'Talk to us', displayText: 'Call us', ttlMinutes: 60 }).interactive.action.parameters;
 * // { display_text: 'Call us', ttl_minutes: 60 }
 */
export function voiceCall(params: VoiceCallParams): {
  readonly type: 'interactive';
  readonly interactive: VoiceCallPayload;
} {
  const { body, footer, displayText, ttlMinutes, payload } = checkParams('voiceCall', params, {
    body: true,
    footer: false,
    displayText: false,
    ttlMinutes: false,
    payload: false,
  });
  const parameters = {
    ...(displayText !== undefined && { display_text: displayText }),
    ...(ttlMinutes !== undefined && { ttl_minutes: ttlMinutes }),
    ...(payload !== undefined && { payload }),
  };
  return {
    type: 'interactive',
    interactive: {
      type: 'voice_call',
      body: { text: body },
      ...(footer !== undefined && { footer: { text: footer } }),
      action: { name: 'voice_call', ...(Object.keys(parameters).length > 0 && { parameters }) },
    },
  };
}
