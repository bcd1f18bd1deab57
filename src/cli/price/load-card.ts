import { open } from 'node:fs/promises';
import { UsageError } from 'wabakit';
import {
  parseRateCardCsv,
  parseVolumeTierCsv,
  rateCards,
  withVolumeTiers,
  type RateCard,
} from 'wabakit/pricing';

// A price table of Meta's has about 10 KB; the parser takes a million characters.
const maximumBytes = 4_000_000;

/** Reads a file of at most `limit` bytes whole. */
export async function readText(path: string, limit = maximumBytes): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > limit) {
        throw new UsageError({
          summary: `The file ${path} has ${size.toLocaleString('en-US')} bytes; at most ${limit.toLocaleString('en-US')} are read.`,
        });
      }
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    const summary =
      code === 'ENOENT' ? `The file ${path} does not exist.` : `The file ${path} cannot be read (${code}).`;
    throw new UsageError({ summary, cause: error });
  }
}

/** Finds a card by its name, or reads it from Meta's CSV downloads. */
export async function loadCard(
  nameOrFile: string,
  tiers?: string,
  effectiveFrom?: string,
): Promise<RateCard> {
  const known = rateCards.find(({ id }) => id.toLowerCase() === nameOrFile.toLowerCase());
  if (known !== undefined) {
    if (tiers === undefined) return known;
    throw new UsageError({
      summary: `--tiers belongs to a card file; ${known.id} is built in with its tiers.`,
    });
  }
  if (!/\.csv$/i.test(nameOrFile)) {
    throw new UsageError({
      summary: `No rate card is named ${nameOrFile}.`,
      details: [`Built in: ${rateCards.map(({ id }) => id).join(', ')}; or give a file that ends in .csv.`],
    });
  }
  const card = parseRateCardCsv(await readText(nameOrFile), { source: nameOrFile, effectiveFrom });
  return tiers === undefined
    ? card
    : withVolumeTiers(card, parseVolumeTierCsv(await readText(tiers), { effectiveFrom }));
}
