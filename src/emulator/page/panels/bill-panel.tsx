import { amount } from '../format/amount.ts';
import type { EmulatorBill } from '../../messages/billing.ts';

const words = (text: string): string => text.replaceAll('_', ' ').toLowerCase();

/** The running bill by market and category. */
export function BillPanel({ bill }: { readonly bill: EmulatorBill }) {
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
            <tr key={`${line.month} ${line.market} ${line.category} ${line.pricingType}`}>
              <th scope="row">
                {line.market}
                <small>
                  {words(line.category)} · {words(line.pricingType)}
                </small>
              </th>
              <td>{line.count}</td>
              <td>{line.unpriced === line.count ? 'unknown' : amount(line.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Total
            </th>
            <td>{amount(bill.total)}</td>
          </tr>
        </tfoot>
      </table>
      {bill.unpriced > 0 && (
        <p class="hint">
          {bill.unpriced} more {bill.unpriced === 1 ? 'message has' : 'messages have'} a rate that no card
          knows: unknown, not free.
        </p>
      )}
    </>
  );
}
