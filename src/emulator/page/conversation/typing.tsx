import { useClock } from '../state/use-clock.ts';

/** The business is typing. */
export function Typing({ until }: { readonly until: number | undefined }) {
  const now = useClock();
  if (until === undefined || until <= now) return null;
  return (
    <div class="bubble-row" data-from="business">
      <p class="typing">
        <span class="hidden">The business is typing</span>
        <i />
        <i />
        <i />
      </p>
    </div>
  );
}
