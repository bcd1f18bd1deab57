/** A Flow as code: checked before it is uploaded, published on an emulator and sent. No account and no network are needed. */
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { validateFlowJson } from 'wabakit/flows';
import { flow } from 'wabakit/messages';

const emulator = await createEmulator();
const wa = createClient(emulator.clientOptions);
const customer = '+5511987654321';
await emulator.phone(customer).say('I need a repair');

// #region check
const repair = {
  version: '7.3',
  screens: [
    {
      id: 'SCREEN_1',
      title: 'Your repair',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'what', labels: 'What is broken?' },
          { type: 'Footer', label: 'Send', 'on-click-action': { name: 'complete', payload: {} } },
        ],
      },
    },
  ],
};
for (const { severity, code, path, message } of validateFlowJson(repair))
  console.log(severity, code, path, message);
// error MISSING_TERMINAL_SCREEN screens has no terminal screen; set terminal: true on the last one
// error PATTERN_MISMATCH screens[0].id is SCREEN_1; only letters A to Z and underscores are taken, so write SCREEN_ONE and not SCREEN_1
// error MISSING_REQUIRED_PROPERTY screens[0].layout.children[0].label is missing; a TextInput needs it
// error INVALID_PROPERTY_KEY screens[0].layout.children[0].labels is no property of a TextInput; did you mean label?
// error INVALID_COMPLETE_ACTION screens[0].layout.children[1].on-click-action.name is complete, on a screen that is not terminal; set terminal: true
// #endregion check

// #region publish
const screen = { ...repair.screens[0], id: 'REPAIR', terminal: true };
const what = { type: 'TextInput', name: 'what', label: 'What is broken?' };
const end = { name: 'complete', payload: { what: '${form.what}' } };
const children = [what, { type: 'Footer', label: 'Send', 'on-click-action': end }];
const flowJson = {
  version: '7.3',
  screens: [{ ...screen, layout: { type: 'SingleColumnLayout', children } }],
};
const errors = validateFlowJson(flowJson).filter(({ severity }) => severity === 'error');
if (errors.length > 0) throw new Error(`${errors.length} errors in the Flow`);

const { id: flowId } = await wa.flows.create({ name: 'Repair', categories: ['CUSTOMER_SUPPORT'] });
const { validation_errors } = await wa.flows.uploadJson({ flowId, flowJson });
if (validation_errors.length === 0) await wa.flows.publish({ flowId });
// #endregion publish

const { wamid } = await wa.messages.send({
  to: customer,
  ...flow({ body: 'Tell us about it', button: 'Start', flow: { id: flowId }, screen: 'REPAIR' }),
});
await emulator.waitForIdle();
console.log(
  (await wa.flows.get({ flowId })).status,
  emulator.messages.find((one) => one.wamid === wamid)?.state,
);
// PUBLISHED delivered
