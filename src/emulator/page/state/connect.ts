import { phonePaths, type PhoneEvent } from '../protocol/protocol.ts';
import type { Store } from './store.ts';

/** Subscribes to the emulator. The browser reopens a lost stream, which starts with the whole state. */
export function connect(store: Store): void {
  const stream = new EventSource(phonePaths.events);
  stream.addEventListener('open', () => store.dispatch({ kind: 'link', link: 'live' }));
  stream.addEventListener('error', () => store.dispatch({ kind: 'link', link: 'lost' }));
  stream.addEventListener('message', ({ data }: MessageEvent<string>) =>
    store.dispatch(JSON.parse(data) as PhoneEvent),
  );
}
