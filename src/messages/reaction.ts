import type { Wamid } from '../shared/ids.ts';
import type { ReactionPayload } from '../schemas/reaction-message.ts';
import { checkParams } from '../errors/check-params.ts';

/** A reaction. */
export interface ReactionParams {
  /** The message to react to: not older than 30 days, and not itself a reaction. */
  readonly wamid: Wamid;
  /** One emoji; an empty string takes the reaction back. */
  readonly emoji: string;
}

/**
 * Builds the content of a reaction. Only a `sent` status follows it.
 *
 * Source: Meta, "Reaction messages".
 *
 * @example
 * reaction({ wamid: 'wamid.1', emoji: '👍' }); // { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } }
 */
export function reaction(params: ReactionParams): {
  readonly type: 'reaction';
  readonly reaction: ReactionPayload;
} {
  const { wamid, emoji } = checkParams('reaction', params, { wamid: true, emoji: true });
  return {
    type: 'reaction',
    reaction: { message_id: wamid, emoji },
  };
}
