import { at, toList, toText } from '../../kernel/json.ts';

/** An amount as a payment message spells it: `value` in parts of `offset`. */
function amountOf(money: unknown, currency: string): string {
  const value = Number(at(money, 'value'));
  const offset = Number(at(money, 'offset') ?? 100);
  return Number.isFinite(value / offset) ? `${currency} ${(value / offset).toFixed(2)}` : '';
}

/** An order to pay, or news of one. Payment itself is not emulated: nothing here is tapped. */
export function OrderSummary({ action }: { readonly action: unknown }) {
  const parameters = at(action, 'parameters');
  const order = at(parameters, 'order');
  const currency = toText(at(parameters, 'currency')) ?? '';
  const total = at(parameters, 'total_amount');
  const description = toText(at(order, 'description'));
  return (
    <section class="order-summary">
      <p class="kicker">
        Order {toText(at(parameters, 'reference_id'))} ·{' '}
        {(toText(at(order, 'status')) ?? '').replaceAll('_', ' ')}
      </p>
      <ul>
        {toList(at(order, 'items')).map((item, index) => (
          <li key={index}>
            <span dir="auto">
              {toText(at(item, 'quantity')) ?? '1'} ×{' '}
              {toText(at(item, 'name')) ?? toText(at(item, 'retailer_id'))}
            </span>
            <span class="number">{amountOf(at(item, 'amount'), currency)}</span>
          </li>
        ))}
        {total !== undefined && (
          <li>
            <b>Total</b>
            <b class="number">{amountOf(total, currency)}</b>
          </li>
        )}
      </ul>
      {description !== undefined && <p dir="auto">{description}</p>}
      {total !== undefined && <p class="hint">Payment is not emulated.</p>}
    </section>
  );
}
