import type { CustomerView } from '../protocol/protocol.ts';

/** Messages that lie on the phone and that nobody has looked at. */
export const unread = ({ bubbles }: CustomerView): number =>
  bubbles.filter(({ from, status }) => from === 'business' && status === 'delivered').length;
