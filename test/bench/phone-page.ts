import { gzipSync } from 'node:zlib';
import { createEmulator } from 'wabakit/emulator';
import { startBrowser } from '../browser/browser.ts';
import { median, round, type Figures } from './figure.ts';

const visits = 7;

/** What the phone page weighs over the raw, and when a fresh tab first draws it. */
export async function phonePageBench(): Promise<Figures> {
  const emulator = await createEmulator();
  const { url } = await emulator.listen();
  const browser = await startBrowser();
  const address = `${url}/_wabakit/`;
  const paints: number[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator('.people').waitFor();
    paints.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
    );
    await page.close();
  }
  const document = await (await fetch(address)).text();
  await browser.close();
  await emulator.close();
  return {
    'phone page: first paint': { value: round(median(paints), 0), unit: 'ms' },
    'phone page: document, gzip': { value: round(gzipSync(document).length / 1000, 1), unit: 'kB' },
  };
}
