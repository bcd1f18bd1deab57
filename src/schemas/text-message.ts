import * as z from 'zod/mini';
import { characters } from './checks.ts';
import { textLimits } from './limits.ts';

/** A text. Source: Meta, "Text messages". */
export interface TextPayload {
  /** 1 to 4,096 characters. */
  readonly body: string;
  /** Whether WhatsApp shows a preview of the first link. */
  readonly preview_url?: boolean | undefined;
}

export const textSchema = () =>
  z.strictObject({ body: characters(textLimits.body), preview_url: z.optional(z.boolean()) });
