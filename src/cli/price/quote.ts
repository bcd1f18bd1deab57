import { Option, type Command } from 'commander';
import { quote, quoteFromCard, type Quote, type QuoteParams } from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { amountText } from './estimate-output.ts';
import { getCard, readCount, withPriceOptions, type PriceFlags } from './options.ts';

// Named as the parameters of quote, which takes them as they are.
interface QuoteFlags
  extends
    PriceFlags,
    Pick<
      QuoteParams,
      'to' | 'country' | 'market' | 'category' | 'window' | 'volumeThisMonth' | 'freeServiceMessagesUsed'
    > {}

/** The answer in one line. */
function getHead(answer: Quote): string {
  switch (answer.outcome) {
    case 'priced':
      return `${amountText(answer.amount)} ${answer.amount.currency} (${answer.pricingType}, confidence ${answer.confidence})`;
    case 'at_most':
      return `at most ${amountText(answer.limit)} ${answer.limit.currency}`;
    case 'unknown':
      return 'unknown';
    case 'not_sendable':
      return answer.errorCode === undefined ? 'cannot be sent' : `cannot be sent: error ${answer.errorCode}`;
  }
}

/** `wabakit price quote`: one message, and why. */
export function registerQuote(price: Command, io: CliIo): void {
  withPriceOptions(price.command('quote').description('Price one message and print the reasons.'))
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
      const card = await getCard(flags);
      const answer = card !== undefined ? quoteFromCard({ ...flags, card }) : quote({ ...flags });
      if (answer.outcome !== 'priced') io.fail(1);
      if (flags.json) {
        io.out(JSON.stringify(answer, null, 2));
        return;
      }
      io.out([getHead(answer), ...answer.reasons.map((reason) => `  ${reason}`)].join('\n'));
    });
}
