import { endpoint, handler as webhooks } from './bot.ts';
// #region lambda
import { toLambda } from 'wabakit/webhooks';

export const handler = toLambda(webhooks);
export const flow = toLambda(endpoint);
// #endregion lambda
