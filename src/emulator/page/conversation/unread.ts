import type { CustomerView } from '../protocol/protocol.ts';

/** Returns the delivered messages that are not read yet. */
export const unread = ({ bubbles }: CustomerView): number =>
  bubbles.filter(({ from, status }) => from === 'business' && status === 'delivered').length;
