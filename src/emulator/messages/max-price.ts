import { withReportedCost, type ReportedCost } from '../../pricing/ledger/reported-cost.ts';
import type { Quote } from '../../pricing/quote/quote-result.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { chance } from '../kernel/random.ts';
import type { MessageRecord, TemplateRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';
import type { Recipient } from './recipient.ts';

/** How a template was sent: by `POST /marketing_messages`, with the multiplier of its bid. */
export interface MarketingSend {
  readonly multiplier: number;
}

/** Refuses what max price and the account's routing of marketing templates do not allow. */
export function checkMarketing(
  context: EmulatorContext,
  template: TemplateRecord,
  marketing: MarketingSend | undefined,
  { contact }: Recipient,
): void {
  const hasMaxPrice = template.optimizationSpec !== undefined;
  if (marketing === undefined && hasMaxPrice)
    throw new GraphError(131061, { details: `The template ${template.name} has a max price` });
  if (
    marketing === undefined &&
    template.category === 'MARKETING' &&
    context.state.waba.marketingOffCloudApi === true
  )
    throw new GraphError(131063, {
      details: 'disable_marketing_messages_on_cloud_api is set for this account',
    });
  if (hasMaxPrice && contact['user_id'] !== undefined)
    throw new GraphError(131062, { details: 'A max-price template needs a phone number' });
}

/** What a message keeps of its max price. */
export const getBid = (
  template: TemplateRecord | undefined,
  marketing: MarketingSend | undefined,
): MessageRecord['bid'] =>
  marketing === undefined
    ? undefined
    : { bidAmount: template?.optimizationSpec?.bid_amount, multiplier: marketing.multiplier };

/** The auction of a delivered message: between 40 and 100 % of the bid, by the seed and the message. */
export function holdAuction(
  context: EmulatorContext,
  { wamid }: MessageRecord,
  asked: Quote,
): { readonly quoted: Quote; readonly cost: ReportedCost | undefined } {
  if (asked.outcome !== 'at_most') return { quoted: asked, cost: undefined };
  const { seed, currency } = context.settings;
  const share = 0.4 + 0.6 * chance(seed, wamid);
  const cost = { amount: Math.max(1, Math.round(asked.limit.scaledAmount * share)) / 10_000, currency };
  return { quoted: withReportedCost(asked, cost, currency, asked.model), cost };
}
