import { Option, type Command } from 'commander';
import { parseMoney, quoteCall, type QuoteCallParams } from 'wabakit/pricing';
import type { CliIo } from '../io.ts';
import { amountText, unknown } from './amounts.ts';
import { localTime } from './facts.ts';
import { getTime, readAmount, readCount, unknownPrice, withTimeOptions, type TimeFlags } from './options.ts';

interface CallFlags extends TimeFlags, Pick<QuoteCallParams, 'to' | 'direction' | 'seconds' | 'minutesUsed'> {
  readonly rate?: string;
}

/** `wabakit price call`: one call, and why. */
export function registerCall(price: Command, io: CliIo): void {
  const command = price
    .command('call')
    .description('Price one call and print the reasons. Few call rates are built in: give yours as --rate.')
    .requiredOption('--to <number>', 'the phone number that was called, such as +420601234567')
    .requiredOption('--seconds <count>', 'how long it lasted; 0 if it was not answered', readCount)
    .addOption(
      new Option('--direction <direction>', 'who called: calls that users place are free')
        .choices(['business_initiated', 'user_initiated'])
        .default('business_initiated'),
    )
    .option(
      '--minutes-used <count>',
      'minutes that the portfolio called this market this month, before this call',
      readCount,
      0,
    )
    .option('--rate <amount>', "what a minute costs in this market, from Meta's call rate card", readAmount);
  withTimeOptions(command, 'when the call ended').action((flags: CallFlags) => {
    const { rate, timeZone, currency } = flags;
    const at = getTime(flags.at, timeZone);
    const tiers =
      rate === undefined ? undefined : ([[undefined, parseMoney(currency, rate).scaledAmount]] as const);
    const answer = quoteCall({ ...flags, at, tiers });
    if (answer.outcome === 'unknown') io.fail(unknownPrice);
    if (flags.json) {
      io.out(JSON.stringify({ ...answer, at: new Date(at).toISOString(), timeZone }, null, 2));
      return;
    }
    const head =
      answer.outcome === 'unknown'
        ? unknown
        : `${amountText(answer.amount)} ${currency} (${answer.pulses} pulses, confidence ${answer.confidence})`;
    const hint = answer.outcome === 'unknown' ? ['give the price of a minute as --rate'] : [];
    const reasons = [...answer.reasons, ...hint, `ended ${localTime(at, timeZone)}, time zone ${timeZone}`];
    io.out([head, ...reasons.map((reason) => `  ${reason}`)].join('\n'));
  });
}
