import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { needed } from '../helpers/requirements.ts';

const reports = fileURLToPath(new URL('../../reports/phone-page/', import.meta.url));
mkdirSync(reports, { recursive: true });

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const sizes = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
  1024: { width: 1024, height: 768 },
  1280: { width: 1280, height: 800 },
  1920: { width: 1920, height: 1080 },
} as const;

/** Starts Chromium, headless, with a profile of its own. Tests that use it carry the tag `chromium`. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: needed('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface OpenOptions {
  readonly size?: keyof typeof sizes;
  readonly scheme?: 'light' | 'dark';
}

/** The page at an address, once it shows the state. What goes wrong in it and what it asks for is kept. */
export async function openPage(
  browser: Browser,
  url: string,
  { size = 'wide', scheme = 'light' }: OpenOptions = {},
) {
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.people').waitFor({ state: 'attached' });
  return { page, faults, requests };
}

/** What axe-core finds wrong, in short. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate<readonly string[]>(
    "axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))",
  );
}

/** Keeps a picture of the page with the run. */
export const keepPicture = async (page: Page, name: string): Promise<void> =>
  void (await page.screenshot({ path: `${reports}${name}.png` }));
