import { WebhookError } from '../../errors/webhook-error.ts';

const maxDepth = 64;
/** How many items the lists of a body may hold together. Meta sends at most 1,000 updates in 3 MiB, and 20,000 items of real content would not fit. */
const maxItems = 20_000;
const decoder = /* @__PURE__ */ new TextDecoder();

/** What a parsed value holds that a plain `JSON.parse` does not deal with. */
interface Findings {
  deep: boolean;
  /** How many items the lists hold together. */
  items: number;
  /** An own `__proto__`, or a whole number too large to be exact. */
  odd: boolean;
}

function inspectItem(value: unknown, levels: number, findings: Findings): void {
  if (typeof value === 'object' && value !== null) {
    if (levels === 0) findings.deep = true;
    else inspect(value, levels - 1, findings);
  } else if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    findings.odd = true;
  }
}

/** Walks a value once: a walk costs a tenth of a search through the text. */
function inspect(value: object, levels: number, findings: Findings): void {
  if (Array.isArray(value)) {
    findings.items += value.length;
    if (findings.items > maxItems) return;
    for (const item of value) inspectItem(item, levels, findings);
    return;
  }
  for (const key in value) {
    if (key === '__proto__') findings.odd = true;
    inspectItem(value[key as keyof typeof value], levels, findings);
  }
}

// An id past 2^53 would lose its last digits as a number: keep it as text.
const wholeNumber = /^-?\d+$/;
function keepExact(key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (key === '__proto__') return undefined;
  const source = context?.source;
  const isInexact = typeof value === 'number' && !Number.isSafeInteger(value);
  return isInexact && source !== undefined && wholeNumber.test(source) ? source : value;
}

function parse(text: string, reviver?: typeof keepExact): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch (cause) {
    throw new WebhookError('not_json', { cause });
  }
}

/**
 * Reads the JSON of a webhook. Refuses what nests deeper than 64 levels or holds more than 20,000 items, drops `__proto__`, keeps whole
 * numbers past 2^53 as text.
 *
 * @throws {WebhookError} `not_json`, `too_deep` or `too_many_items`.
 */
export function readJson(body: string | Uint8Array): unknown {
  const decoded = typeof body === 'string' ? body : decoder.decode(body);
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  const value = parse(text);
  const findings: Findings = { deep: false, items: 0, odd: false };
  inspectItem(value, maxDepth, findings);
  if (findings.deep) throw new WebhookError('too_deep');
  if (findings.items > maxItems) throw new WebhookError('too_many_items');
  return findings.odd ? parse(text, keepExact) : value;
}
