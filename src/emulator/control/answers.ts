import { receive, type Inbound } from '../messages/inbound.ts';
import { at, isObject, toList, toText, type JsonObject } from '../kernel/json.ts';
import type { MessageRecord, PhoneNumberRecord } from '../kernel/records.ts';
import type { PhoneAction } from '../page/protocol/protocol.ts';
import { toPhoneMessage, type PhoneButton } from '../phones/phone-message.ts';
import { addressAnswer, callPermissionAnswer, contactAnswer, flowAnswer, getTap } from '../phones/tap.ts';
import { findUser } from '../users/user-store.ts';
import { getMessage, refuse, type ActionByKind, type ControlContext } from './control-context.ts';

/** The number of the business that sent a message. */
function getSender({ core }: ControlContext, { phoneNumberId }: MessageRecord): PhoneNumberRecord {
  return core.context.state.phoneNumbers.get(phoneNumberId) ?? refuse('The business has lost this number.');
}

/** Hands the business what a user answers, to the number that asked, and waits until it has dealt with it. */
async function answer(
  context: ControlContext,
  { waId, wamid }: { readonly waId: string; readonly wamid: string },
  makeInbound: (quoted: JsonObject) => Inbound | undefined,
): Promise<void> {
  const { context: emulated } = context.core;
  const number = getSender(context, getMessage(context, { waId, wamid }));
  if (findUser(emulated, waId).blocksBusiness === true)
    refuse(`${waId} has blocked the business: unblock it first.`);
  const inbound = makeInbound({ from: number.waId, id: wamid });
  // Nothing comes of a button that leads elsewhere.
  if (inbound === undefined) return;
  emulated.heldPhones.add(waId);
  receive(emulated, number, waId, inbound);
  await context.emulator.waitForIdle();
}

function findButton(context: ControlContext, action: ActionByKind<'tap'>): PhoneButton | undefined {
  const { id, index, card } = action;
  const message = getMessage(context, action);
  const shown = toPhoneMessage(message, context.core.context.state.templates.get(message.templateId ?? ''));
  const buttons = card === undefined ? shown.buttons : (shown.cards[card]?.buttons ?? []);
  return index === undefined ? buttons.find((button) => button.id === id) : buttons[index];
}

/** The first catalog that a message names, in its action or on a card. */
function findCatalog(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(findCatalog).find((id) => id !== undefined);
  if (!isObject(value)) return undefined;
  return toText(value['catalog_id']) ?? findCatalog(Object.values(value));
}

function getToken({ payload }: MessageRecord): string {
  const components = toList(at(payload, 'template', 'components')).filter(isObject);
  const sent = components.flatMap((component) =>
    toList(component['parameters']).flatMap(
      (parameter) => toText(at(parameter, 'action', 'flow_token')) ?? [],
    ),
  );
  return toText(at(payload, 'interactive', 'action', 'parameters', 'flow_token')) ?? sent[0] ?? 'unused';
}

type AnswerKind =
  | 'tap'
  | 'submitFlow'
  | 'order'
  | 'answerLocationRequest'
  | 'answerContactRequest'
  | 'answerAddressRequest'
  | 'answerCallRequest';

/** What a user answers to a message that asks for something, by the action's kind. */
export const answers: {
  readonly [Kind in PhoneAction['kind'] & AnswerKind]: (
    context: ControlContext,
    action: ActionByKind<Kind>,
  ) => Promise<void>;
} = {
  tap(context, action) {
    const button = findButton(context, action) ?? refuse('The message has no such button.');
    return answer(context, action, (quoted) => getTap(button, quoted));
  },
  submitFlow: (context, action) =>
    answer(context, action, (quoted) =>
      flowAnswer(getToken(getMessage(context, action)), action.response, quoted),
    ),
  order: (context, action) =>
    answer(context, action, (quoted) => ({
      type: 'order',
      content: {
        catalog_id: findCatalog(getMessage(context, action).payload) ?? 'catalog',
        product_items: action.items.map(({ retailerId, quantity }) => ({
          product_retailer_id: retailerId,
          quantity,
          // The emulator keeps no catalogue, so it knows no prices.
          item_price: 0,
          currency: context.core.context.settings.currency,
        })),
      },
      context: quoted,
    })),
  answerLocationRequest: (context, action) =>
    answer(context, action, (quoted) => ({ type: 'location', content: action.location, context: quoted })),
  answerContactRequest: (context, action) =>
    answer(context, action, () => contactAnswer(findUser(context.core.context, action.waId))),
  answerAddressRequest: (context, action) =>
    answer(context, action, (quoted) => addressAnswer(action.values, action.savedAddressId, quoted)),
  answerCallRequest: (context, action) =>
    answer(context, action, (quoted) =>
      callPermissionAnswer(
        action.answer === 'reject' ? 'reject' : 'accept',
        action.answer === 'permanent',
        context.core.context.now(),
        quoted,
      ),
    ),
};
