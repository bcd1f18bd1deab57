// #region next
import { after } from 'next/server';
import { toNextRoute } from 'wabakit/webhooks';
import { handler } from '../../bot';

export const { GET, POST } = toNextRoute(handler, after);
// #endregion next
