import { Option, type Command } from 'commander';
import { quote, quoteFromCard, type Money, type Quote, type QuoteParams } from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { amountText, unknown } from './amounts.ts';
import { localTime } from './facts.ts';
import { withOptionNames } from './reasons.ts';
import { getTerms, withTermOptions, type TermFlags } from './terms.ts';
import {
  getCard,
  getMarkup,
  getTime,
  markedUp,
  readCount,
  unknownPrice,
  withCardOptions,
  withMarkupOptions,
  withTimeOptions,
  type CardFlags,
  type MarkupFlags,
  type TimeFlags,
} from './options.ts';

// Named as the parameters of quote, which takes them as they are.
interface QuoteFlags
  extends
    TimeFlags,
    CardFlags,
    MarkupFlags,
    TermFlags,
    Pick<
      QuoteParams,
      'to' | 'country' | 'market' | 'category' | 'window' | 'volumeThisMonth' | 'freeServiceMessagesUsed'
    > {}

function withMarkup(amount: Money, flags: QuoteFlags): string {
  const total = markedUp(amount, getMarkup(flags), 1) ?? amount;
  return total === amount ? '' : `, ${amountText(total)} with the mark-up`;
}

/** Returns the answer in one line. */
function getHead(answer: Quote, flags: QuoteFlags): string {
  switch (answer.outcome) {
    case 'priced': {
      const { amount, pricingType, confidence } = answer;
      return `${amountText(amount)} ${amount.currency}${withMarkup(amount, flags)} (${pricingType}, confidence ${confidence})`;
    }
    case 'at_most':
      return `at most ${amountText(answer.limit)} ${answer.limit.currency}${withMarkup(answer.limit, flags)} (confidence ${answer.confidence})`;
    case 'unknown':
      return unknown;
    case 'not_sendable':
      return answer.errorCode === undefined ? 'cannot be sent' : `cannot be sent: error ${answer.errorCode}`;
  }
}

/** `wabakit price quote`: one message, and why. */
export function registerQuote(price: Command, io: CliIo): void {
  const command = price.command('quote').description('Price one message and print the reasons.');
  withTimeOptions(command, 'when the message is delivered');
  withTermOptions(withMarkupOptions(withCardOptions(command)))
    .option('--to <number>', 'the phone number of the recipient, such as +5511987654321')
    .option('--country <code>', 'or the ISO code of the country, such as BR')
    .option('--market <name>', 'or the name of the market on the card, such as "Rest of Africa"')
    .addOption(
      new Option('--category <category>', 'what it is billed as')
        .choices([
          'marketing',
          'utility',
          'authentication',
          'service',
          'marketing_lite',
          'authentication_international',
        ])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--window <window>', 'which windows are open')
        .choices(['closed', 'customer_service', 'free_entry_point', 'both'])
        .default('closed'),
    )
    .option(
      '--volume-this-month <count>',
      'charged messages of this market and category so far this month',
      readCount,
      0,
    )
    .option(
      '--free-service-messages-used <count>',
      'free service messages of this number so far this month',
      readCount,
      0,
    )
    .action(async (flags: QuoteFlags) => {
      const { timeZone } = flags;
      const at = getTime(flags.at, timeZone);
      const card = await getCard(flags);
      const params = { ...flags, ...getTerms(flags), at };
      const answer = card === undefined ? quote(params) : quoteFromCard({ ...params, card });
      if (answer.outcome === 'not_sendable') io.fail(1);
      if (answer.outcome === 'unknown') io.fail(unknownPrice);
      if (flags.json) {
        io.out(JSON.stringify({ ...answer, at: new Date(at).toISOString(), timeZone }, null, 2));
        return;
      }
      const hint =
        answer.outcome === 'unknown' && !['market', 'category', 'bid'].includes(answer.missing)
          ? ["give Meta's rate card as --card, and its volume tiers as --tiers"]
          : [];
      const reasons = [
        ...answer.reasons.map(withOptionNames),
        ...hint,
        `delivered ${localTime(at, timeZone)}, time zone ${timeZone}`,
      ];
      io.out([getHead(answer, flags), ...reasons.map((reason) => `  ${reason}`)].join('\n'));
    });
}
