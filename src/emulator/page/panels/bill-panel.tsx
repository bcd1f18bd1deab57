import { amount } from '../format/amount.ts';
import type { BillView } from '../protocol/protocol.ts';

const words = (text: string): string => text.replaceAll('_', ' ').toLowerCase();

/** The running bill by market and category. */
export function BillDesk({ bill }: { readonly bill: BillView }) {
  if (bill.lines.length === 0)
    return (
      <div class="empty">
        <h2>Nothing to pay</h2>
        <p>
          Delivered messages appear here by market and category, priced by the same calculator as your own
          quotes.
        </p>
      </div>
    );
  return (
    <>
      <table class="bill">
        <caption>Since the last reset</caption>
        <thead>
          <tr>
            <th scope="col">Market and category</th>
            <th scope="col">Messages</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {bill.lines.map((line) => (
            <tr key={`${line.market} ${line.category} ${line.type}`}>
              <th scope="row">
                {line.market}
                <small>
                  {words(line.category)} · {words(line.type)}
                </small>
              </th>
              <td>{line.count}</td>
              <td>{line.amount ? amount(line.amount) : 'unknown'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {bill.totals.map((total) => (
            <tr key={total.currency}>
              <th scope="row" colSpan={2}>
                Total
              </th>
              <td>{amount(total)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
      {bill.unknown > 0 && (
        <p class="hint">
          {bill.unknown} more {bill.unknown === 1 ? 'message has' : 'messages have'} a rate that no card
          knows: unknown, not free.
        </p>
      )}
    </>
  );
}
