import type { UserView } from '../protocol/protocol.ts';

/** Returns the delivered messages that are not read yet. */
export const unread = ({ bubbles }: UserView): number =>
  bubbles.filter(({ from, state }) => from === 'business' && state === 'delivered').length;
