import type { Bubble } from '../protocol/protocol.ts';

/** What every drawing of a message's content takes. */
export interface ContentProps {
  readonly waId: string;
  readonly bubble: Bubble;
}
