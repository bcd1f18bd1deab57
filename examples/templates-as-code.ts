/**
 * One template, defined once: checked, previewed, and sent with parameters that the compiler knows. Runs on the embedded emulator.
 */
import { createClient, isUsageError } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { defineTemplate, renderTemplate, templateMessage, validateTemplate } from 'wabakit/templates';

// #region define
const orderUpdate = defineTemplate({
  name: 'order_update',
  language: 'en',
  category: 'utility',
  header: { format: 'text', text: 'Order {{order_id}}', example: { order_id: 'A-17' } },
  body: {
    text: 'Hi {{name}}, your order ships on {{day}}. You can follow it on its way to you.',
    example: { name: 'Ana', day: 'Monday' },
  },
  footer: { text: 'The Green Shop' },
  buttons: [
    { type: 'url', text: 'Track', url: 'https://shop.example/t/{{1}}', example: ['A-17'] },
    { type: 'quick_reply', text: 'Change the address' },
  ],
});
// #endregion define

// #region validate
const issues = validateTemplate({
  ...orderUpdate,
  body: { text: 'Hi {{name}}, enjoy 20% off on {{day}}', example: { name: 'Ana' } },
});
for (const { severity, rule, path, message } of issues) console.log(severity, rule, path, message);
// error placeholder-edge body.text starts or ends with a placeholder (Meta error 2388299)
// error example-missing body.example has no sample for {{day}}
// warning promotional-wording body.text says "20% off"; Meta may make it a marketing template, at its price
// #endregion validate

// #region render
const parameters = {
  header: { order_id: 'B-2' },
  body: { name: 'Bo', day: 'Friday' },
  buttons: ['B-2', 'address:B-2'],
} as const;
console.log(renderTemplate(orderUpdate, parameters).text);
// Order B-2
// Hi Bo, your order ships on Friday. You can follow it on its way to you.
// The Green Shop
// [Track]
// [Change the address]
// #endregion render

const emulator = await createEmulator({ seed: 7, clock: 'manual', templates: [orderUpdate] });
const wa = createClient({
  accessToken: emulator.accessToken,
  phoneNumberId: emulator.phoneNumberId,
  wabaId: emulator.wabaId,
  fetch: emulator.fetch,
});

// #region send
const { wamid } = await wa.messages.sendTemplate({
  to: '+5511987654321',
  template: orderUpdate,
  parameters,
});
console.log('accepted', wamid);
// #endregion send

// #region refuse
try {
  // TypeScript refuses these parameters; in JavaScript the call throws before anything is sent.
  // @ts-expect-error order_id is misspelt, and the day is missing
  templateMessage(orderUpdate, { header: { orderId: 'B-2' }, body: { name: 'Bo' }, buttons: ['B-2'] });
} catch (error) {
  if (isUsageError(error)) for (const issue of error.issues) console.log(issue.path, issue.message);
  // parameters.header.orderId is unknown: the header of order_update (en) has only {{order_id}}
  // parameters.header.order_id is missing: {{order_id}} in the header of order_update (en) needs it
  // parameters.body.day is missing: {{day}} in the body of order_update (en) needs it
}
// #endregion refuse

await emulator.waitForIdle();
console.log('the customer reads:', emulator.phone('+5511987654321').lastMessage?.text);
await emulator.close();
