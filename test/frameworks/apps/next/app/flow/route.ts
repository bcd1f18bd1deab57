// #region next-flow
import { toNextRoute } from 'wabakit/webhooks';
import { endpoint } from '../../bot';

export const { POST } = toNextRoute(endpoint);
// #endregion next-flow
