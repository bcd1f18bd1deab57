/**
 * Keeps an account in step with templates in code: plan, apply, plan again, and pull what is there. Runs on the embedded emulator.
 */
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { defineTemplate, planTemplates } from 'wabakit/templates';

const ready = defineTemplate({
  name: 'order_ready',
  language: 'en',
  category: 'utility',
  body: { text: 'Hi {{name}}, your order is ready to be picked up.', example: { name: 'Ana' } },
});

const emulator = await createEmulator({ seed: 7, clock: 'manual' });
const wa = createClient({
  accessToken: emulator.accessToken,
  phoneNumberId: emulator.phoneNumberId,
  wabaId: emulator.wabaId,
  fetch: emulator.fetch,
});

// #region plan
const local = [ready];
const remote = await Array.fromAsync(wa.templates.list());
const plan = planTemplates(local, remote, { now: emulator.clock.now() });
for (const step of plan.steps) console.log(step.action, step.name, step.language);
// create order_ready en
// #endregion plan

// #region apply
const { steps, history } = await wa.templates.apply(plan);
for (const { step, outcome, created } of steps)
  console.log(step.action, step.name, outcome, created?.category);
// create order_ready done UTILITY
// #endregion apply

await emulator.templates.approve({ name: 'order_ready' });

// #region again
const changed = { ...ready, footer: { text: 'The Green Shop' } };
const next = planTemplates([changed], await Array.fromAsync(wa.templates.list()), {
  now: emulator.clock.now(),
  history,
});
for (const step of next.steps) if (step.action === 'edit') console.log(step.name, step.changes);
// order_ready [ { path: 'footer.text', local: 'The Green Shop', remote: undefined } ]
// #endregion again

// #region pull
const { source, count } = await wa.templates.pull({ name: 'order_ready' });
console.log(count, source.includes('export const orderReadyEn = defineTemplate('));
// 1 true
// #endregion pull

await emulator.close();
