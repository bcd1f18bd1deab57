import type { MessageState } from './records.ts';

/** What can fall due. Plain data: a snapshot holds them. */
export type Job =
  | { readonly kind: 'status'; readonly wamid: string; readonly status: MessageState }
  | { readonly kind: 'attempt'; readonly delivery: number }
  | { readonly kind: 'flush' }
  | { readonly kind: 'review'; readonly templateId: string }
  | { readonly kind: 'expire'; readonly mediaId: string }
  | { readonly kind: 'unpause'; readonly templateId: string }
  | { readonly kind: 'persona'; readonly wamid: string; readonly act: PersonaAct };

export type PersonaAct = 'reply' | 'tap' | 'opt_out' | 'block';
