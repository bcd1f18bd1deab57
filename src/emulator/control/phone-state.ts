import { describeErrorCode } from '../../errors/codes.ts';
import { createMoney } from '../../pricing/values/money.ts';
import { windowAt } from '../../pricing/windows/window.ts';
import { getBill } from '../messages/billing.ts';
import type { Core } from '../core/core.ts';
import { magicRecipients } from '../faults/magic-recipients.ts';
import { messagesWith } from '../messages/message-store.ts';
import { findConversation, findUser } from '../users/user-store.ts';
import type {
  BillView,
  BusinessView,
  ClockView,
  CustomerView,
  MagicRecipient,
  PhoneState,
  TemplateView,
} from '../page/protocol/protocol.ts';
import type { TemplateRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';
import { getBubble } from './bubble.ts';
import { faultViews } from './fault-view.ts';
import { journalView } from './journal-view.ts';

// A page can show neither a whole campaign nor a whole day; the newest are what a reader looks at.
const mostCustomers = 100;
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
    apiVersion: 'v26.0',
    accessToken: settings.accessToken,
    appSecret: settings.appSecret,
    verifyToken: settings.verifyToken,
    webhookUrl: target,
  };
}

/** A customer without the bubbles. */
export function customerView(context: EmulatorContext, waId: string): Omit<CustomerView, 'bubbles'> {
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
    blockedBy: user.blocksBusiness === true ? 'customer' : isBlocked ? 'business' : undefined,
    promotionsStopped: user.stoppedPromotions === true,
    offline: user.offline,
  };
}

function wholeCustomer(context: EmulatorContext, waId: string): CustomerView {
  const messages = messagesWith(context, waId).filter(({ type }) => type !== 'reaction');
  return {
    ...customerView(context, waId),
    bubbles: messages.slice(-mostBubbles).map((message) => getBubble(context, message)),
  };
}

export const templateView = (template: TemplateRecord): TemplateView => ({
  id: template.id,
  name: template.name,
  language: template.language,
  category: template.category,
  status: template.status,
  quality: template.quality,
  reason: template.rejectedReason === 'NONE' ? undefined : template.rejectedReason,
  components: template.components,
});

export function billView(context: EmulatorContext): BillView {
  const { total, unpriced, lines } = getBill(context);
  return {
    lines: lines.map(({ market, category, pricingType, count, amount, unpriced: missing }) => ({
      market,
      category,
      type: pricingType,
      count,
      amount: missing === count ? undefined : createMoney(amount.currency, amount.scaledAmount),
    })),
    totals: [total],
    unknown: unpriced,
  };
}

export const clockView = ({ timeline }: Core): ClockView => ({
  now: timeline.clock.now(),
  speed: timeline.clock.speed,
});

const magicView: readonly MagicRecipient[] = magicRecipients.flatMap(({ number, code, story }) =>
  code === undefined
    ? []
    : [{ waId: number.slice(1), code, title: describeErrorCode(code)?.title ?? '', description: story }],
);

/** Everything that the page shows. */
export function phoneState(core: Core, baseUrl: string): PhoneState {
  const { context } = core;
  const { users, messagesByUser, templates, groups } = context.state;
  const people = [...new Set([...users.keys(), ...messagesByUser.keys()])].filter((id) => !groups.has(id));
  return {
    business: businessView(core, baseUrl),
    customers: people.slice(-mostCustomers).map((waId) => wholeCustomer(context, waId)),
    clock: clockView(core),
    bill: billView(context),
    templates: [...templates.values()].filter(({ status }) => status !== 'DELETED').map(templateView),
    faults: faultViews(core.faults),
    journal: context.journal.entries.slice(-mostEntries).map(journalView),
    magicRecipients: magicView,
  };
}
