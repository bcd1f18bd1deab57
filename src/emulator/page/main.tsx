import { render } from 'preact';
import { App } from './app.tsx';
import { connect } from './state/connect.ts';
import { keepDesk, loadDesk } from './state/desk.ts';
import { createStore } from './state/store.ts';
import { StoreContext } from './state/use-page.ts';

// A single event is drawn at once; in a flood the page draws ten times a second and stays free for clicks.
const calm = 100;
let drawnAt = -calm;
const storage = () => sessionStorage;
const store = createStore(
  Date.now,
  (draw) => {
    const wait = Math.max(0, drawnAt + calm - performance.now());
    setTimeout(() => {
      drawnAt = performance.now();
      draw();
    }, wait);
  },
  loadDesk(storage),
);
store.subscribe(() => keepDesk(storage, store.state()));
const place = document.querySelector('#page');
if (place)
  render(
    <StoreContext.Provider value={store}>
      <App />
    </StoreContext.Provider>,
    place,
  );
connect(store);
