/** The suite as a Worker, for `workerd test`. */
import { runSuite } from './suite.ts';

export default {
  async test(): Promise<void> {
    const failed = await runSuite();
    if (failed > 0) throw new Error(`${failed} failed`);
  },
};
