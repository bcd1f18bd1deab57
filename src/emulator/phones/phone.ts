import { UsageError } from '../../errors/usage-error.ts';
import { useInviteLink } from '../groups/group-life.ts';
import { preferPromotions, receive, type Inbound } from '../messages/inbound.ts';
import { at, type JsonObject } from '../kernel/json.ts';
import { mediaContent, type PhoneMedia } from './phone-media.ts';
import { messagesWith, scheduleStatus } from '../messages/message-store.ts';
import { findConversation, findUser, keepUser } from '../users/user-store.ts';
import { toPhoneMessage, type PhoneButton, type PhoneMessage } from './phone-message.ts';
import type { MessageRecord, PhoneNumberRecord, UserRecord } from '../kernel/records.ts';
import { windowAt, type WindowsAt } from '../../pricing/windows/window.ts';
import { unpark } from '../messages/statuses.ts';
import { addressAnswer, callPermissionAnswer, contactAnswer, flowAnswer, getTap } from './tap.ts';
import { getButtons, getComponent } from '../templates/template-lookup.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** Options of `emulator.phone`: the user who holds it. */
export interface PhoneOptions {
  /** The profile name. Default: one that the seed makes up. */
  readonly name?: string | undefined;
  /**
   * The WhatsApp ID where it is not the number: Meta gives many Brazilians one without the ninth digit, and keeps older forms of other countries. Digits.
   * Webhooks carry it, replies to sends name it, and the number in any spelling reaches this phone. Default: the number, with the digit that WhatsApp
   * IDs of Mexico (521), Argentina (549) and Brazil have.
   */
  readonly waId?: string | undefined;
  /** A business-scoped user id such as `BR.13491208655302741918`; webhooks then carry it, and messages can be sent to it. */
  readonly bsuid?: string | undefined;
  /** The WhatsApp username, without `@`; webhooks then carry it. Default: none. */
  readonly username?: string | undefined;
  /** The parent id, which the linked portfolios of a business share; webhooks then carry it as well. Default: none. */
  readonly parentBsuid?: string | undefined;
  /** Whether webhooks carry the BSUID instead of the number; without `bsuid` one is made up from the seed. Default false. */
  readonly hidesNumber?: boolean | undefined;
  /** Which of the business's numbers this phone writes to. Default: the first. */
  readonly phoneNumberId?: string | undefined;
}

/** Anything else that a user can send: a location or contact cards, as they stand in the webhook. */
export type PhoneContent =
  | PhoneMedia
  | {
      readonly type: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string | undefined;
      readonly address?: string | undefined;
    }
  | { readonly type: 'contacts'; readonly contacts: readonly Readonly<Record<string, unknown>>[] };

/** An ad that leads to a chat. */
export interface PhoneAd {
  /** What the user writes. Default `Hello! Can I get more info on this?` */
  readonly text?: string | undefined;
  /** The ad's headline, in `referral.headline`. Default `Chat with us`. */
  readonly headline?: string | undefined;
  /** The ad's text, in `referral.body`. Default `Summer sale`. */
  readonly body?: string | undefined;
  /** Meta's id of the ad, in `referral.source_id`. Default `120226305854810726`. */
  readonly sourceId?: string | undefined;
  /** The link that was clicked, in `referral.source_url`. Default `https://fb.me/emulated`. */
  readonly sourceUrl?: string | undefined;
  /** A boosted post (`post`) opens no free entry point window. Default `ad`. */
  readonly sourceType?: 'ad' | 'post' | undefined;
  /** The click's id, in `referral.ctwa_clid`. Default: 48 characters drawn from the seed. */
  readonly clickId?: string | undefined;
}

/**
 * A user's phone. Each method resolves after your webhook has received what the user did, its handlers have ended and what they sent has arrived. It
 * rejects if they are still at work after the emulator's `waitTimeout`.
 */
export interface EmulatorPhone {
  /** Digits only, as in `wa_id`. */
  readonly waId: string;
  /** Everything in the chat, oldest first, as the phone shows it. Messages that have not been delivered are not there. */
  readonly chat: readonly PhoneMessage[];
  /** The business's messages in the chat. */
  readonly inbox: readonly PhoneMessage[];
  /** The newest message of the business. */
  readonly lastMessage: PhoneMessage | undefined;
  /** Which windows are open towards this phone, and until when. */
  readonly window: WindowsAt;
  /** Writes a text; `replyTo` quotes a message, `groupId` writes it into a group. Gives the wamid. */
  say(
    text: string,
    options?: { readonly replyTo?: string | undefined; readonly groupId?: string | undefined },
  ): Promise<string>;
  /** Taps a button or picks a list row, by title or id, on the newest message that has it. Gives the wamid of the answer; none for a link. */
  tap(titleOrId: string): Promise<string | undefined>;
  /** Completes a Flow: the business gets `nfm_reply` with this response. */
  completeFlow(response: Readonly<Record<string, unknown>>): Promise<string>;
  /** Answers the newest call permission request: for 7 days, or `permanent`. Gives the wamid of the answer. Throws `UsageError` if the chat shows no request. */
  answerCallRequest(
    response: 'accept' | 'reject',
    options?: { readonly permanent?: boolean | undefined },
  ): Promise<string>;
  /**
   * Fills in the newest address form, by Meta's field names (`name`, `in_pin_code`, `city`): the business gets `nfm_reply` with these `values`. Gives
   * the wamid of the answer. Throws `UsageError` if the chat shows no form. Source: Meta, "Address messages".
   */
  answerAddressRequest(
    values: Readonly<Record<string, string>>,
    options?: { readonly savedAddressId?: string | undefined },
  ): Promise<string>;
  /** Shares the user's number as the newest contact request asks, also in a template's button. Gives the wamid of the answer. Throws `UsageError` if the chat shows no request. */
  answerContactRequest(): Promise<string>;
  /** Opens the chat: everything delivered becomes read. */
  read(): Promise<void>;
  /** Plays a voice message. Default: the newest. */
  play(wamid?: string): Promise<void>;
  /** Reacts to a message, by default the newest of the business; an empty text takes the reaction back. */
  react(emoji: string, wamid?: string): Promise<string>;
  /** Sends a file, a location or contact cards. */
  send(content: PhoneContent): Promise<string>;
  /** Clicks an ad and writes: the answer to it opens the free entry point window. */
  startFromAd(ad?: PhoneAd): Promise<string>;
  /** Opens a group's invite link: joins, or asks to. */
  joinGroup(inviteLink: string): Promise<'joined' | 'asked' | 'full'>;
  /** Blocks the business: its messages fail with 131026. */
  block(): Promise<void>;
  /** Takes the block back. */
  unblock(): Promise<void>;
  /** Goes off the network: messages stay at `sent`. */
  goOffline(): Promise<void>;
  /** Comes back: what waited is delivered. */
  goOnline(): Promise<void>;
  /** Stops promotions: marketing templates fail with 131050, and the business gets a `user_preferences` webhook. */
  stopPromotions(): Promise<void>;
  /** Accepts promotions again; the business gets a `user_preferences` webhook. */
  resumePromotions(): Promise<void>;
  /** Agrees on the page of an In-App Signup; the business gets a `user_preferences` webhook with the value `signup` and this id. */
  signUp(signupId: string): Promise<void>;
}

const arrived = new Set(['delivered', 'read', 'played']);

function tappable(message: PhoneMessage): readonly PhoneButton[] {
  return [...message.buttons, ...message.cards.flatMap((card) => card.buttons)];
}

/** Creates the phone of a user. */
export function createPhone(
  context: EmulatorContext,
  number: PhoneNumberRecord,
  waId: string,
  settle: () => Promise<void>,
): EmulatorPhone {
  const records = (): readonly MessageRecord[] =>
    messagesWith(context, waId).filter(
      (message) =>
        message.phoneNumberId === number.id && (message.direction === 'in' || arrived.has(message.state)),
    );
  const show = (message: MessageRecord): PhoneMessage =>
    toPhoneMessage(message, context.state.templates.get(message.templateId ?? ''));
  const inbox = (): readonly PhoneMessage[] =>
    records()
      .filter((message) => message.direction === 'out')
      .map(show);

  const hear = async (inbound: Inbound): Promise<string> => {
    if (context.state.users.get(waId)?.blocksBusiness === true)
      throw new UsageError({ summary: `${waId} has blocked the business; call unblock() first.` });
    const wamid = receive(context, number, waId, inbound);
    await settle();
    return wamid;
  };
  const getContext = (wamid: string): JsonObject => ({
    from: context.state.messages.get(wamid)?.direction === 'in' ? waId : number.waId,
    id: wamid,
  });
  const lastWith = (fits: (message: PhoneMessage) => boolean, what: string): PhoneMessage => {
    const found = inbox().findLast(fits);
    if (found) return found;
    const seen = inbox()
      .map((message) => JSON.stringify(message.text))
      .join(', ');
    throw new UsageError({
      summary: `The chat of ${waId} shows no ${what}.`,
      details: [seen === '' ? 'Nothing has been delivered yet.' : `It shows ${seen}.`],
    });
  };
  const isAbout =
    (type: string) =>
    ({ payload }: PhoneMessage): boolean =>
      at(payload, 'interactive', 'type') === type;
  const getComponents = ({ wamid }: PhoneMessage) =>
    context.state.templates.get(context.state.messages.get(wamid)?.templateId ?? '')?.components ?? [];
  const asksToCall = (message: PhoneMessage): boolean =>
    isAbout('call_permission_request')(message) ||
    getComponent(getComponents(message), 'CALL_PERMISSION_REQUEST') !== undefined;
  const asksForContact = (message: PhoneMessage): boolean =>
    isAbout('request_contact_info')(message) ||
    getButtons(getComponents(message)).some(({ type }) => type.toUpperCase() === 'REQUEST_CONTACT_INFO');
  const change = async (what: Partial<UserRecord>): Promise<void> => {
    Object.assign(keepUser(context, waId), what);
    context.emit({ kind: 'user', at: context.now(), waId });
    await settle();
  };

  return {
    waId,
    get chat() {
      return records().map(show);
    },
    get inbox() {
      return inbox();
    },
    get lastMessage() {
      return inbox().at(-1);
    },
    get window() {
      return windowAt(findConversation(context, number.id, waId).window, context.now());
    },
    say: (text, options = {}) =>
      hear({
        type: 'text',
        content: { body: text },
        context: options.replyTo === undefined ? undefined : getContext(options.replyTo),
        groupId: options.groupId,
      }),
    async tap(titleOrId) {
      const has = (button: PhoneButton): boolean => button.title === titleOrId || button.id === titleOrId;
      const titles = [...new Set(inbox().flatMap((message) => tappable(message).map(({ title }) => title)))];
      const message = lastWith(
        (one) => tappable(one).some(has),
        `button ${JSON.stringify(titleOrId)}; buttons: ${titles.join(', ') || 'none'}`,
      );
      const button = tappable(message).find(has);
      if (button?.kind === 'flow')
        throw new UsageError({
          summary: `${button.title} opens a Flow; call completeFlow(response) to answer it.`,
        });
      const inbound = button && getTap(button, getContext(message.wamid));
      return inbound && hear(inbound);
    },
    completeFlow(response) {
      const message = lastWith((one) => tappable(one).some(({ kind }) => kind === 'flow'), 'Flow');
      const token = tappable(message).find(({ kind }) => kind === 'flow')?.id ?? 'unused';
      return hear(flowAnswer(token, response, getContext(message.wamid)));
    },
    async answerCallRequest(response, { permanent = false } = {}) {
      const { wamid } = lastWith(asksToCall, 'call permission request');
      return hear(callPermissionAnswer(response, permanent, context.now(), getContext(wamid)));
    },
    async answerAddressRequest(values, { savedAddressId } = {}) {
      const { wamid } = lastWith(isAbout('address_message'), 'address form');
      return hear(addressAnswer(values, savedAddressId, getContext(wamid)));
    },
    async answerContactRequest() {
      lastWith(asksForContact, 'contact request');
      return hear(contactAnswer(findUser(context, waId)));
    },
    async read() {
      for (const message of records())
        if (message.direction === 'out' && message.state === 'delivered')
          scheduleStatus(context, message, 'read', 0);
      await settle();
    },
    async play(wamid) {
      const message = lastWith(
        (one) => one.type === 'audio' && (wamid === undefined || one.wamid === wamid),
        'audio',
      );
      const record = context.state.messages.get(message.wamid);
      if (record) scheduleStatus(context, record, 'played', 0);
      await settle();
    },
    react(emoji, wamid) {
      const target = wamid ?? lastWith(() => true, 'message').wamid;
      return hear({ type: 'reaction', content: { message_id: target, ...(emoji === '' ? {} : { emoji }) } });
    },
    async send(content) {
      if (content.type === 'contacts') return hear({ type: 'contacts', content: content.contacts });
      if (content.type === 'location') {
        const { type, ...place } = content;
        return hear({ type, content: place });
      }
      return hear({ type: content.type, content: await mediaContent(context, number, waId, content) });
    },
    startFromAd(ad = {}) {
      const referral = {
        source_url: ad.sourceUrl ?? 'https://fb.me/emulated',
        source_id: ad.sourceId ?? '120226305854810726',
        source_type: ad.sourceType ?? 'ad',
        body: ad.body ?? 'Summer sale',
        headline: ad.headline ?? 'Chat with us',
        media_type: 'image',
        image_url: 'https://scontent.example/ad.jpg',
        ctwa_clid: ad.clickId ?? context.ids.token(48),
      };
      return hear({
        type: 'text',
        content: { body: ad.text ?? 'Hello! Can I get more info on this?' },
        referral,
      });
    },
    async joinGroup(inviteLink) {
      const group = [...context.state.groups.values()].find((one) => one.inviteLink === inviteLink);
      if (group === undefined)
        throw new UsageError({ summary: `No group has the invite link ${inviteLink}.` });
      const outcome = useInviteLink(context, group, waId);
      await settle();
      return outcome;
    },
    block: () => change({ blocksBusiness: true }),
    unblock: () => change({ blocksBusiness: false }),
    goOffline: () => change({ offline: true }),
    goOnline() {
      keepUser(context, waId).offline = false;
      unpark(context, waId);
      return change({ offline: false });
    },
    stopPromotions() {
      preferPromotions(context, number, waId, 'stop');
      return change({ stoppedPromotions: true });
    },
    resumePromotions() {
      preferPromotions(context, number, waId, 'resume');
      return change({ stoppedPromotions: false });
    },
    signUp(signupId) {
      preferPromotions(context, number, waId, 'signup', signupId);
      return change({ stoppedPromotions: false });
    },
  };
}
