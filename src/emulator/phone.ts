import { UsageError } from '../errors/usage-error.ts';
import { preferPromotions, receive } from './inbound.ts';
import type { JsonObject } from './json.ts';
import { addMedia, base64Digest } from './media-store.ts';
import { messagesWith, scheduleStatus } from './message-store.ts';
import { findConversation, keepUser } from './people.ts';
import { toPhoneMessage, type PhoneButton, type PhoneMessage } from './phone-message.ts';
import type { MessageRecord, PhoneNumberRecord, UserRecord } from './records.ts';
import { windowAt, type WindowsAt } from '../pricing/window.ts';
import { unpark } from './statuses.ts';
import type { World } from './world.ts';

/** Who holds the phone. */
export interface PhoneOptions {
  /** The profile name. Default: one that the seed makes up. */
  readonly name?: string | undefined;
  /** A business-scoped user id such as `BR.13491208655302741918`; webhooks then carry it, and messages can be sent to it. */
  readonly bsuid?: string | undefined;
  readonly username?: string | undefined;
  /** The business sees the BSUID instead of the number. Needs `bsuid`. */
  readonly hidesNumber?: boolean | undefined;
  /** Which of the business's numbers this phone writes to. Default: the first. */
  readonly phoneNumberId?: string | undefined;
}

/** A file that a user sends. */
export interface PhoneMedia {
  readonly type: 'image' | 'video' | 'audio' | 'document' | 'sticker';
  /** The file. Default: a few bytes that stand for one. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined;
  /** Default: the usual one of the type, such as `image/jpeg`. */
  readonly mimeType?: string | undefined;
  readonly caption?: string | undefined;
  readonly filename?: string | undefined;
  /** An audio that was recorded by holding the microphone. */
  readonly voice?: boolean | undefined;
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
  | { readonly type: 'contacts'; readonly contacts: readonly Readonly<JsonObject>[] };

/** An ad that leads to a chat. */
export interface PhoneAd {
  /** What the user writes. Default `Hello! Can I get more info on this?` */
  readonly text?: string | undefined;
  readonly headline?: string | undefined;
  readonly body?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly sourceUrl?: string | undefined;
  /** A boosted post (`post`) opens no free entry point window. Default `ad`. */
  readonly sourceType?: 'ad' | 'post' | undefined;
  readonly clickId?: string | undefined;
}

/** Somebody with WhatsApp. What they do reaches your webhook before the promise resolves, and so does what that sets off. */
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
  /** Writes a text; `replyTo` quotes a message. Gives the wamid. */
  says(text: string, options?: { readonly replyTo?: string | undefined }): Promise<string>;
  /** Taps a button or picks a list row, by title or id, on the newest message that has it. Gives the wamid of the answer; none for a link. */
  taps(titleOrId: string): Promise<string | undefined>;
  /** Completes a Flow: the business gets `nfm_reply` with this response. */
  completesFlow(response: Readonly<JsonObject>): Promise<string>;
  /** Opens the chat: everything delivered becomes read. */
  reads(): Promise<void>;
  /** Plays a voice message. Default: the newest. */
  plays(wamid?: string): Promise<void>;
  /** Reacts to a message, by default the newest of the business; an empty text takes the reaction back. */
  reacts(emoji: string, wamid?: string): Promise<string>;
  /** Sends a file, a location or contact cards. */
  sends(content: PhoneContent): Promise<string>;
  /** Clicks an ad and writes: the answer to it opens the free entry point window. */
  joinsByAd(ad?: PhoneAd): Promise<string>;
  /** Blocks the business: its messages fail with 131026. */
  blocks(): Promise<void>;
  unblocks(): Promise<void>;
  /** Goes off the network: messages stay at `sent`. */
  goesOffline(): Promise<void>;
  /** Comes back: what waited is delivered. */
  comesBack(): Promise<void>;
  /** Stops promotions: marketing templates fail with 131050, and the business is told. */
  stopsPromotions(): Promise<void>;
  resumesPromotions(): Promise<void>;
}

const usualTypes = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg; codecs=opus',
  document: 'application/pdf',
  sticker: 'image/webp',
};

const arrived = new Set(['delivered', 'read', 'played']);
const leadsElsewhere = new Set<PhoneButton['kind']>(['url', 'phone_number', 'copy_code', 'other']);

function tappable(message: PhoneMessage): readonly PhoneButton[] {
  return [...message.buttons, ...message.cards.flatMap((card) => card.buttons)];
}

/** Puts a phone into somebody's hand. */
export function createPhone(
  world: World,
  number: PhoneNumberRecord,
  waId: string,
  settle: () => Promise<void>,
): EmulatorPhone {
  const records = (): readonly MessageRecord[] =>
    messagesWith(world, waId).filter(
      (message) =>
        message.phoneNumberId === number.id && (message.direction === 'in' || arrived.has(message.state)),
    );
  const show = (message: MessageRecord): PhoneMessage =>
    toPhoneMessage(message, world.state.templates.get(message.templateId ?? ''));
  const inbox = (): readonly PhoneMessage[] =>
    records()
      .filter((message) => message.direction === 'out')
      .map(show);

  const hear = async (type: string, content: unknown, more: Partial<Parameters<typeof receive>[3]> = {}) => {
    if (world.state.users.get(waId)?.blocksBusiness === true)
      throw new UsageError({ summary: `${waId} has blocked the business; call unblocks() first.` });
    const wamid = receive(world, number, waId, { type, content, ...more });
    await settle();
    return wamid;
  };
  const contextOf = (wamid: string): JsonObject => ({
    from: world.state.messages.get(wamid)?.direction === 'in' ? waId : number.waId,
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
  const change = async (what: Partial<UserRecord>): Promise<void> => {
    Object.assign(keepUser(world, waId), what);
    world.emit({ kind: 'user', at: world.now(), waId });
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
      return windowAt(findConversation(world, number.id, waId).window, world.now());
    },
    says: (text, options = {}) =>
      hear(
        'text',
        { body: text },
        options.replyTo === undefined ? {} : { context: contextOf(options.replyTo) },
      ),
    async taps(titleOrId) {
      const has = (button: PhoneButton): boolean => button.title === titleOrId || button.id === titleOrId;
      const titles = [...new Set(inbox().flatMap((message) => tappable(message).map(({ title }) => title)))];
      const message = lastWith(
        (one) => tappable(one).some(has),
        `button ${JSON.stringify(titleOrId)}; buttons: ${titles.join(', ') || 'none'}`,
      );
      const button = tappable(message).find(has);
      if (button === undefined || leadsElsewhere.has(button.kind)) return undefined;
      const { kind, id, title, description } = button;
      const context = contextOf(message.wamid);
      if (kind === 'quick_reply') return hear('button', { payload: id, text: title }, { context });
      if (kind === 'flow')
        throw new UsageError({
          summary: `${title} opens a Flow; call completesFlow(response) to answer it.`,
        });
      const reply =
        kind === 'reply'
          ? { type: 'button_reply', button_reply: { id, title } }
          : {
              type: 'list_reply',
              list_reply: { id, title, ...(description === undefined ? {} : { description }) },
            };
      return hear('interactive', reply, { context });
    },
    completesFlow(response) {
      const message = lastWith((one) => tappable(one).some(({ kind }) => kind === 'flow'), 'Flow');
      const token = tappable(message).find(({ kind }) => kind === 'flow')?.id;
      const nfm = {
        name: 'flow',
        body: 'Sent',
        response_json: JSON.stringify({ flow_token: token, ...response }),
      };
      return hear(
        'interactive',
        { type: 'nfm_reply', nfm_reply: nfm },
        { context: contextOf(message.wamid) },
      );
    },
    async reads() {
      for (const message of records())
        if (message.direction === 'out' && message.state === 'delivered')
          scheduleStatus(world, message, 'read', 0);
      await settle();
    },
    async plays(wamid) {
      const message = lastWith(
        (one) => one.type === 'audio' && (wamid === undefined || one.wamid === wamid),
        'audio',
      );
      const record = world.state.messages.get(message.wamid);
      if (record) scheduleStatus(world, record, 'played', 0);
      await settle();
    },
    reacts(emoji, wamid) {
      const target = wamid ?? lastWith(() => true, 'message').wamid;
      return hear('reaction', { message_id: target, ...(emoji === '' ? {} : { emoji }) });
    },
    async sends(content) {
      if (content.type === 'contacts') return hear('contacts', content.contacts);
      if (content.type === 'location') {
        const { type, ...place } = content;
        return hear(type, place);
      }
      const { type, caption, filename, voice } = content;
      const bytes = content.bytes ?? new TextEncoder().encode(`${type} from ${waId}`);
      const mimeType = content.mimeType ?? usualTypes[type];
      const media = await addMedia(world, number.id, { bytes, mimeType, fileName: filename }, 7);
      return hear(type, {
        ...(caption === undefined ? {} : { caption }),
        ...(filename === undefined ? {} : { filename }),
        mime_type: mimeType,
        sha256: base64Digest(media),
        id: media.id,
        ...(type === 'audio' ? { voice: voice ?? false } : {}),
        ...(type === 'sticker' ? { animated: false } : {}),
      });
    },
    joinsByAd(ad = {}) {
      const referral = {
        source_url: ad.sourceUrl ?? 'https://fb.me/emulated',
        source_id: ad.sourceId ?? '120226305854810726',
        source_type: ad.sourceType ?? 'ad',
        body: ad.body ?? 'Summer sale',
        headline: ad.headline ?? 'Chat with us',
        media_type: 'image',
        image_url: 'https://scontent.example/ad.jpg',
        ctwa_clid: ad.clickId ?? world.ids.token(48),
      };
      return hear('text', { body: ad.text ?? 'Hello! Can I get more info on this?' }, { referral });
    },
    blocks: () => change({ blocksBusiness: true }),
    unblocks: () => change({ blocksBusiness: false }),
    goesOffline: () => change({ offline: true }),
    comesBack() {
      keepUser(world, waId).offline = false;
      unpark(world, waId);
      return change({ offline: false });
    },
    stopsPromotions() {
      preferPromotions(world, number, waId, 'stop');
      return change({ stoppedPromotions: true });
    },
    resumesPromotions() {
      preferPromotions(world, number, waId, 'resume');
      return change({ stoppedPromotions: false });
    },
  };
}
