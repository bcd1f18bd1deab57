import * as z from 'zod/mini';
import { characters } from './checks.ts';

/** A reaction to a message of the last 30 days. Source: Meta, "Reaction messages". */
export interface ReactionPayload {
  readonly message_id: string;
  /** One emoji; an empty string takes the reaction back. */
  readonly emoji: string;
}

// An emoji of one sign, with its skin tones, flags, keycaps and joined signs.
const oneEmoji =
  /^(?:\p{Regional_Indicator}{2}|[#*\d]\uFE0F?\u20E3|\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}\u{E0020}-\u{E007F}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)*)$/u;

export const reactionSchema = () =>
  z.strictObject({
    message_id: characters(512),
    emoji: characters(32, 0).check(
      z.refine((emoji) => emoji === '' || oneEmoji.test(emoji), { error: 'is not one emoji' }),
    ),
  });
