import { controlThread } from './control-thread.ts';

/** Takes, passes and releases the control of threads. */
export const routingOperations = {
  controlThread,
};
