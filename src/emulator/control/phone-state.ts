import { describeErrorCode } from '../../errors/codes.ts';
import { defaultApiVersion } from '../../shared/meta.ts';
import { windowAt } from '../../pricing/windows/window.ts';
import { getBill } from '../messages/billing.ts';
import type { Core } from '../core/core.ts';
import { magicRecipients } from '../faults/magic-recipients.ts';
import { messagesWith } from '../messages/message-store.ts';
import { findConversation, findUser } from '../users/user-store.ts';
import type {
  BusinessView,
  ClockView,
  UserView,
  MagicRecipientView,
  PhoneState,
  TemplateView,
} from '../page/protocol/protocol.ts';
import type { TemplateRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';
import { getBubble, renderTemplate } from './bubble.ts';
import { faultViews } from './fault-view.ts';
import { journalView } from './journal-view.ts';

// A page can show neither a whole campaign nor a whole day; the newest are what a reader looks at.
const mostUsers = 100;
const mostBubbles = 200;
const mostEntries = 500;

/** The business number and what a client needs. */
export function businessView({ context, deliveries }: Core, baseUrl: string): BusinessView {
  const { settings } = context;
  const number = context.state.phoneNumbers.get(settings.phoneNumberId);
  const target = [...deliveries.subscriptions.values()]
    .map((one) => one.target)
    .findLast((one) => typeof one === 'string');
  const about = number?.profile['about'];
  return {
    name: number?.verifiedName ?? settings.verifiedName,
    displayPhoneNumber: number?.displayPhoneNumber ?? settings.displayPhoneNumber,
    phoneNumberId: settings.phoneNumberId,
    wabaId: settings.wabaId,
    about: typeof about === 'string' ? about : undefined,
    baseUrl,
    apiVersion: defaultApiVersion,
    accessToken: settings.accessToken,
    appSecret: settings.appSecret,
    verifyToken: settings.verifyToken,
    webhookUrl: target,
  };
}

/** A user without the bubbles. */
export function userView(context: EmulatorContext, waId: string): Omit<UserView, 'bubbles'> {
  const { phoneNumberId } = context.settings;
  const user = findUser(context, waId);
  const { window, typingUntil } = findConversation(context, phoneNumberId, waId);
  const windows = windowAt(window, context.now());
  const isBlocked = context.state.blocked.has(`${phoneNumberId}:${waId}`);
  return {
    waId,
    name: user.name,
    bsuid: user.bsuid,
    username: user.username,
    windows: {
      customerServiceUntil: windows.customerServiceUntil,
      freeEntryPointUntil: windows.freeEntryPointUntil,
    },
    typingUntil,
    blockedBy: user.blocksBusiness === true ? 'user' : isBlocked ? 'business' : undefined,
    promotionsStopped: user.stoppedPromotions === true,
    offline: user.offline,
  };
}

function wholeUser(context: EmulatorContext, waId: string): UserView {
  const messages = messagesWith(context, waId).filter(({ type }) => type !== 'reaction');
  return {
    ...userView(context, waId),
    bubbles: messages.slice(-mostBubbles).map((message) => getBubble(context, message)),
  };
}

/** A template as the desk shows it. */
export const templateView = (context: EmulatorContext, template: TemplateRecord): TemplateView => ({
  id: template.id,
  name: template.name,
  language: template.language,
  category: template.category,
  status: template.status,
  quality: template.quality,
  rejectedReason: template.rejectedReason,
  components: template.components,
  preview: renderTemplate(context, template),
});

export const clockView = ({ timeline }: Core): ClockView => ({
  now: timeline.clock.now(),
  speed: timeline.clock.speed,
});

const magicView: readonly MagicRecipientView[] = magicRecipients.flatMap(({ number, code, story }) =>
  code === undefined ? [] : [{ number, code, title: describeErrorCode(code)?.title ?? '', story }],
);

/** Everything that the page shows. */
export function phoneState(core: Core, baseUrl: string): PhoneState {
  const { context } = core;
  const { users, messagesByUser, templates, groups } = context.state;
  const people = [...new Set([...users.keys(), ...messagesByUser.keys()])].filter((id) => !groups.has(id));
  return {
    business: businessView(core, baseUrl),
    users: people.slice(-mostUsers).map((waId) => wholeUser(context, waId)),
    clock: clockView(core),
    bill: getBill(context),
    templates: [...templates.values()]
      .filter(({ status }) => status !== 'DELETED')
      .map((template) => templateView(context, template)),
    faults: faultViews(core.faults),
    journal: context.journal.entries
      .slice(-mostEntries)
      .map((entry) => journalView(entry, context.state.messages)),
    magicRecipients: magicView,
  };
}
