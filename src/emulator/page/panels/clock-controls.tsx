import { getDay, timeWithSeconds } from '../format/time.ts';
import { Icon } from '../parts/icon.tsx';
import { useClock } from '../state/use-clock.ts';
import { useActions } from '../state/use-page.ts';

const hour = 3_600_000;

function Face() {
  const now = useClock();
  return (
    <time class="clock-face" dateTime={new Date(now).toISOString()}>
      <b>{timeWithSeconds(now)}</b>
      <small>{getDay(now)}</small>
    </time>
  );
}

/** The clock that everything hangs on: windows, deliveries, expiries. */
export function ClockControls({ speed }: { readonly speed: number }) {
  const { act } = useActions();
  const advance = (milliseconds: number): void => void act({ kind: 'advance', milliseconds });
  return (
    <div class="clock" role="group" aria-label="Clock">
      <Face />
      <button
        type="button"
        class="button"
        aria-pressed={speed === 0}
        onClick={() => void act({ kind: 'setSpeed', speed: speed === 0 ? 1 : 0 })}
      >
        <Icon name={speed === 0 ? 'play' : 'pause'} size={16} />
        <span class="button-word">{speed === 0 ? 'Run' : 'Pause'}</span>
      </button>
      <button type="button" class="button" onClick={() => advance(hour)}>
        +1 h
      </button>
      <button type="button" class="button" onClick={() => advance(24 * hour)}>
        +24 h
      </button>
      <button
        type="button"
        class="button"
        aria-pressed={speed === 60}
        title="An hour a minute"
        onClick={() => void act({ kind: 'setSpeed', speed: speed === 60 ? 1 : 60 })}
      >
        ×60
      </button>
    </div>
  );
}
