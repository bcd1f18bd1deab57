import type { MessageState } from '../../kernel/records.ts';

const marks: Readonly<Record<MessageState, string>> = {
  accepted: 'M12 6v6l4 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  sent: 'M6 12.5l4 4L18.5 8',
  delivered: 'M2 12.5l4 4L14.5 8M11.5 16.5L20 8',
  read: 'M2 12.5l4 4L14.5 8M11.5 16.5L20 8',
  played: 'M4 10v4h3l4 3.500v-11L7 10zM15 9a4 4 0 0 1 0 6M17.5 6.500a8 8 0 0 1 0 11',
  failed: 'M12 7v6M12 16.500h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
};

/** How far a message has come. */
export function Ticks({ state }: { readonly state: MessageState }) {
  return (
    <span class="ticks" data-state={state} title={state}>
      <svg class="icon" width="16" height="16" viewBox="0 0 24 24" aria-hidden="true">
        <path d={marks[state]} />
      </svg>
      <span class="hidden">{state}</span>
    </span>
  );
}
