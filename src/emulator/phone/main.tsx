import { render } from 'preact';
import { App } from './app.tsx';
import { connect } from './state/connect.ts';
import { createStore } from './state/store.ts';
import { StoreContext } from './state/use-page.ts';

const store = createStore(Date.now, (draw) => requestAnimationFrame(draw));
const place = document.querySelector('#page');
if (place)
  render(
    <StoreContext.Provider value={store}>
      <App />
    </StoreContext.Provider>,
    place,
  );
connect(store);
