import { buildTemplateMessage } from '../../src/templates/index.ts';
import { loginCodeEnUs, orderUpdateEn, templates } from './__snapshots__/pulled-templates.ts';

// A module that was pulled from an account checks parameters as one written by hand does.
buildTemplateMessage(orderUpdateEn, {
  body: { name: 'Bo', order_id: 'B-2', date: 'Friday' },
  buttons: ['B-2'],
});
buildTemplateMessage(loginCodeEnUs, { code: '123456' });
// @ts-expect-error order_id is missing
buildTemplateMessage(orderUpdateEn, { body: { name: 'Bo', date: 'Friday' }, buttons: ['B-2'] });
// @ts-expect-error an authentication template takes a code
buildTemplateMessage(loginCodeEnUs, { body: ['123456'] });

export const count: 16 = templates.length;
