/** A bakery sends an order to review and pay (Brazil), and says when it was paid and shipped. Runs on the embedded emulator. */
import { createClient, isUsageError } from 'wabakit';
import { orderDetails, orderStatus, type OrderDetails } from 'wabakit/messages';
import { createEmulator } from 'wabakit/emulator';

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const { accessToken, phoneNumberId } = emulator;
const wa = createClient({ accessToken, phoneNumberId, fetch: emulator.fetch });
const to = '+5511987654321';
const customer = emulator.phone(to, { name: 'Ana' });
await customer.say('One chocolate cake, please');

// #region order
const reais = (cents: number) => ({ value: cents, offset: 100 });
const order: OrderDetails = {
  reference_id: 'order-17',
  type: 'physical-goods',
  payment_type: 'br',
  payment_settings: [{ type: 'payment_link', payment_link: { uri: 'https://pay.example/order-17' } }],
  currency: 'BRL',
  total_amount: reais(9_500),
  order: {
    status: 'pending',
    items: [{ retailer_id: 'cake-3', name: 'Chocolate cake', amount: reais(8_000), quantity: 1 }],
    subtotal: reais(8_000),
    tax: reais(0),
    shipping: reais(1_500),
  },
};
await wa.messages.send({ to, ...orderDetails({ body: 'Your order. Thank you!', order }) });
// #endregion order

// #region wrong
try {
  const wrong = { ...order, total_amount: reais(9_000) };
  await wa.messages.send({ to, ...orderDetails({ body: 'Your order', order: wrong }) });
} catch (error) {
  if (!isUsageError(error)) throw error;
  for (const { path, message } of error.issues) console.log(path, message);
  // interactive.action.parameters.total_amount.value is not subtotal + tax + shipping - discount
}
// #endregion wrong

// #region status
await wa.messages.send({
  to,
  ...orderStatus({
    body: 'Paid, and on its way.',
    referenceId: order.reference_id,
    status: 'shipped',
    payment: { status: 'captured' },
  }),
});
// #endregion status

await emulator.waitForIdle();
for (const { from, text } of customer.chat) console.log(`${from}: ${text}`);
