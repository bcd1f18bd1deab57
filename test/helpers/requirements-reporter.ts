import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { skippedSummary } from './requirements.ts';

/** Ends the run with one line for each missing requirement: how many tests it skipped, and how to install it. */
export class RequirementsReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap(({ children }) => [...children.allTests('skipped')]);
    const lines = skippedSummary(skipped.map(({ tags }) => tags));
    if (lines.length > 0) this.#vitest?.logger.log(`${lines.join('\n')}\n`);
  }
}
