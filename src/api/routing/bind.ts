import { controlThread } from './control-thread.ts';

/** Hands conversations over between responders of one number. */
export const routingOperations = {
  controlThread,
};
