import { createAppSubscription } from './create-app-subscription.ts';
import { deleteAppSubscription } from './delete-app-subscription.ts';
import { listAppSubscriptions } from './list-app-subscriptions.ts';
import { listSubscribedApps } from './list-subscribed-apps.ts';
import { subscribeApp } from './subscribe-app.ts';
import { unsubscribeApp } from './unsubscribe-app.ts';

/** Subscribes apps to the webhooks of an account. */
export const subscriptionOperations = {
  listSubscribedApps,
  subscribeApp,
  unsubscribeApp,
  createAppSubscription,
  listAppSubscriptions,
  deleteAppSubscription,
};
