import { moneyToDecimal, rateCards, type EstimateLine, type Markup, type RateCard } from 'wabakit/pricing';

/** One thing that a result rests on, such as the time zone. */
export type Fact = readonly [name: string, value: string];

/** A time as the account's clock shows it: `2026-10-01 00:00`. */
export const localTime = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);

/** The fact of the time zone. */
export const zoneFact = (timeZone: string): Fact => [
  'Time zone',
  timeZone === 'UTC' ? 'UTC, which is the default' : timeZone,
];

/** The fact of the cards that lines were priced with, each with how sure it is; a report names their sources too. */
export function cardFact(
  lines: readonly EstimateLine[],
  own: readonly RateCard[],
  withSource: boolean,
): Fact {
  const ids = [...new Set(lines.map(({ card }) => card))];
  const names = ids.flatMap((id) => {
    const card = [...own, ...rateCards].find((one) => one.id === id);
    if (card === undefined) return [];
    const source = withSource ? `; ${card.source}` : '';
    return [`${card.id} (confidence ${card.confidence}${source})`];
  });
  return ['Rate card', names.length === 0 ? 'none that is known' : names.join('; ')];
}

/** The fact of the mark-up; nothing where there is none. */
export function markupFacts(markup: Markup | undefined): readonly Fact[] {
  if (markup === undefined) return [];
  const { percent, perMessage } = markup;
  const parts = [
    ...(percent === undefined ? [] : [`${percent} % of Meta's price`]),
    ...(perMessage === undefined
      ? []
      : [`${moneyToDecimal(perMessage)} ${perMessage.currency} for each message sent`]),
  ];
  return [['Mark-up', parts.join(' and ')]];
}

/** What the amounts are. */
export const priceFact: Fact = ['Amounts', "Meta's list rates and volume tiers, before taxes and rounding"];

/** Facts as lines of text. */
export const factLines = (facts: readonly Fact[]): string =>
  facts.map(([name, value]) => `${name}: ${value}`.replace(/\p{Cc}/gu, '?')).join('\n');

/** The fact of a chart: what it draws, and how many markets it leaves out. */
export const chartFact = (left: number): Fact => [
  'Chart',
  `the most that each market costs, without mark-up${left === 0 ? '' : `; ${left} cheaper markets are not drawn`}`,
];
