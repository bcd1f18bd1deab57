import type { Bubble, RenderedButton } from '../protocol/protocol.ts';

/** What every drawing of a message's content takes. */
export interface ContentProps {
  readonly waId: string;
  readonly bubble: Bubble;
}

/** A button to draw; that of a reply has an id. */
export type ShownButton = RenderedButton & { readonly id?: string | undefined };
