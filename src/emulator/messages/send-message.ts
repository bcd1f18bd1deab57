import { isBsuid } from '../../shared/ids.ts';
import { codesAsStatus, type FaultEffect } from '../faults/faults.ts';
import { checkFlowSend } from '../flows/flow-sends.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { at, toObject, toText, type JsonObject } from '../kernel/json.ts';
import { takeFromLimits } from './limits.ts';
import { checkMedia } from './media-references.ts';
import { checkMarketing, getBid, type MarketingSend } from './max-price.ts';
import { release, remember, scheduleStatus } from './message-store.ts';
import { checkPayload } from './payload-issues.ts';
import { openWindows, showTyping } from '../users/user-store.ts';
import { getRecipient, type Recipient } from './recipient.ts';
import type { MessageRecord, PhoneNumberRecord, TemplateRecord } from '../kernel/records.ts';
import { findTemplate } from '../templates/template-lookup.ts';
import { checkTemplateParameters } from '../templates/template-parameters.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const month = 30 * 86_400_000;

function templateFor(context: EmulatorContext, fields: JsonObject): TemplateRecord {
  const payload = toObject(fields['template']);
  const name = toText(payload['name']) ?? '';
  const language = toText(at(payload, 'language', 'code')) ?? '';
  const template = findTemplate(context, name, language);
  if (template?.status === 'PAUSED') throw new GraphError(132015, { details: `template ${name} is paused` });
  if (template?.status === 'DISABLED')
    throw new GraphError(132016, { details: `template ${name} is disabled` });
  if (template?.status !== 'APPROVED')
    throw new GraphError(132001, {
      details: `template name (${name}) does not exist in ${language}${template ? ` as an approved template: it is ${template.status}` : ''}`,
    });
  checkTemplateParameters(template, payload);
  return template;
}

function checkFreeForm(context: EmulatorContext, number: PhoneNumberRecord, waId: string): void {
  // A business-scoped id in `to` is taken without a look at any window, and goes nowhere.
  if (isBsuid(waId)) return;
  const open = openWindows(context, number.id, waId);
  if (open === 'customer_service' || open === 'both') return;
  throw new GraphError(131047, {
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  });
}

function checkReferences(context: EmulatorContext, type: string, fields: JsonObject): void {
  if (type === 'reaction') {
    const target = context.state.messages.get(toText(at(fields, 'reaction', 'message_id')) ?? '');
    if (target === undefined || context.now() - target.at > month || target.type === 'reaction')
      throw new GraphError(131009, {
        details: 'reaction.message_id: no message of the last 30 days that is not itself a reaction',
      });
  }
}

function getScheduledError(failure: FaultEffect | undefined): MessageRecord['scheduledError'] {
  if (failure?.code === undefined || !codesAsStatus(failure)) return undefined;
  return { code: failure.code, details: failure.details };
}

function checkPair(context: EmulatorContext, number: PhoneNumberRecord, { waId, groupId }: Recipient): void {
  if (number.status !== 'CONNECTED')
    throw new GraphError(133010, { details: `The number ${number.id} is not registered` });
  if (waId === number.waId) throw new GraphError(131021, { details: 'Recipient cannot be the sender' });
  if (context.state.blocked.has(`${number.id}:${waId}`))
    throw new GraphError(130403, { details: 'The business has blocked this user' });
  if (groupId !== undefined && context.state.groups.get(groupId)?.participants.length === 0)
    throw new GraphError(131020, { details: 'The group has no participants yet' });
}

/** Accepts a message and schedules its statuses, or refuses it with Meta's code. */
export function sendMessage(
  context: EmulatorContext,
  number: PhoneNumberRecord,
  given: JsonObject,
  failure: FaultEffect | undefined,
  marketing?: MarketingSend,
): JsonObject {
  const fields = { type: 'text', ...given };
  const type = toText(fields.type) ?? 'text';
  // The template comes first: what does not fit it has codes of its own.
  const isNamed = type === 'template' && toText(at(fields, 'template', 'name')) !== undefined;
  const template = isNamed ? templateFor(context, fields) : undefined;
  checkPayload(fields);
  const recipient = getRecipient(context, fields);
  const { waId, groupId } = recipient;
  checkPair(context, number, recipient);
  if (template === undefined) checkFreeForm(context, number, waId);
  else if (template.category === 'AUTHENTICATION' && recipient.contact['user_id'] !== undefined)
    throw new GraphError(131062, { details: 'Authentication templates need a phone number' });
  if (template !== undefined) checkMarketing(context, template, marketing, recipient);
  checkReferences(context, type, fields);
  checkFlowSend(context, fields);
  const unusable = checkMedia(context, fields);
  takeFromLimits(context, { phoneNumberId: number.id, waId, groupId });

  const message: MessageRecord = {
    wamid: context.ids.wamid(waId, 'out'),
    direction: 'out',
    phoneNumberId: number.id,
    waId,
    at: context.now(),
    payload: fields,
    type,
    state: 'accepted',
    groupId,
    templateId: template?.id,
    templateCategory: template?.category,
    bid: getBid(template, marketing),
    scheduledError: getScheduledError(failure) ?? unusable,
    times: { accepted: context.now() },
    waiting: 0,
  };
  context.state.counts.accepted += 1;
  remember(context, message);
  showTyping(context, number.id, waId, false);
  if (isBsuid(waId)) release(context, message);
  else scheduleStatus(context, message, 'sent', context.settings.delays.sent);
  return {
    messaging_product: 'whatsapp',
    contacts: [recipient.contact],
    messages: [
      {
        id: message.wamid,
        ...(groupId === undefined ? {} : { group_id: groupId }),
        ...(template === undefined ? {} : { message_status: 'accepted' }),
      },
    ],
  };
}
