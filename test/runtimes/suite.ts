import { checks } from './checks.ts';

/** Runs every check, says how each went, and gives the number that failed. */
export async function runSuite(): Promise<number> {
  let failed = 0;
  let notRun = 0;
  console.log(navigator.userAgent);
  for (const { name, run } of checks) {
    try {
      const reason = await run();
      if (reason !== undefined) notRun += 1;
      console.log(reason === undefined ? `  ok       ${name}` : `  not run  ${name}: ${reason}`);
    } catch (error) {
      failed += 1;
      console.log(
        `  FAILED   ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  console.log(`${checks.length - failed - notRun} passed, ${failed} failed, ${notRun} not run`);
  return failed;
}
