import { useContext, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { StoreContext } from './use-page.ts';

/** The emulator's time, counted on between two readings: it redraws about once a virtual second, four times a real one at most. */
export function useClock(): number {
  const store = useContext(StoreContext);
  const [clock, setClock] = useState(() => store?.state().phone?.clock);
  const [, setTick] = useState(0);
  useLayoutEffect(() => {
    const read = (): void => setClock(store?.state().phone?.clock);
    read();
    return store?.subscribe(read);
  }, [store]);
  const speed = clock?.speed ?? 0;
  useEffect(() => {
    if (speed === 0) return;
    const timer = setInterval(() => setTick(Date.now()), speed > 1 ? 250 : 1000);
    return () => clearInterval(timer);
  }, [speed]);
  return (clock?.now ?? 0) + (Date.now() - (store?.state().clockReadAt ?? 0)) * speed;
}
