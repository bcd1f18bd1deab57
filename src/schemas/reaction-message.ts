import * as z from 'zod/mini';
import { characters } from './checks.ts';

/** A reaction to a message of the last 30 days. Source: Meta, "Reaction messages". */
export interface ReactionPayload {
  readonly message_id: string;
  /** One emoji; an empty string takes the reaction back. */
  readonly emoji: string;
}

export const reactionSchema = () => z.strictObject({ message_id: characters(512), emoji: characters(32, 0) });
