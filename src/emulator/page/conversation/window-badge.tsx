import { countdown } from '../format/countdown.ts';
import type { UserView } from '../protocol/protocol.ts';
import { useClock } from '../state/use-clock.ts';

const hour = 3_600_000;

interface WindowProps {
  readonly name: string;
  readonly tone: 'service' | 'ad';
  readonly left: number;
  /** The whole length, for the bar. */
  readonly length: number;
}

function Window({ name, tone, left, length }: WindowProps) {
  return (
    <div class="window" data-tone={tone} data-late={left < hour}>
      <span>{name}</span>
      <b>{countdown(left)}</b>
      <progress max={length} value={left} aria-label={`${name}: time left`} />
    </div>
  );
}

/** Which windows are open, and for how long. */
export function WindowBadge({ windows }: { readonly windows: UserView['windows'] }) {
  const now = useClock();
  const service = (windows.customerServiceUntil ?? 0) - now;
  const entry = (windows.freeEntryPointUntil ?? 0) - now;
  return (
    <div class="windows">
      {service > 0 ? (
        <Window name="Service window" tone="service" left={service} length={24 * hour} />
      ) : (
        <p class="window-closed">Window closed: templates only</p>
      )}
      {entry > 0 && <Window name="Free entry point" tone="ad" left={entry} length={72 * hour} />}
    </div>
  );
}
