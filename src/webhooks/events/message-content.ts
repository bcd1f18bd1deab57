import type { RawMessageContext } from './shared.ts';

/** A received file. Fetch it soon and with the access token: its `url` lives minutes, its id 7 days. */
export interface IncomingMedia {
  readonly id: string;
  readonly mime_type?: string | undefined;
  /** Base64 or hex SHA-256 of the file. */
  readonly sha256?: string | undefined;
  readonly url?: string | undefined;
}

/** An image or a video. */
export interface IncomingCaptionedMedia extends IncomingMedia {
  readonly caption?: string | undefined;
}

/** A sound file, or a voice note where `voice` is true. */
export interface IncomingAudio extends IncomingMedia {
  readonly voice?: boolean | undefined;
}

/** A document. Its name is the sender's: never use it as a path. */
export interface IncomingDocument extends IncomingCaptionedMedia {
  readonly filename?: string | undefined;
}

/** A sticker. */
export interface IncomingSticker extends IncomingMedia {
  readonly animated?: boolean | undefined;
}

/** A place. */
export interface IncomingLocation {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly url?: string | undefined;
}

/** One shared contact card. */
export interface IncomingContactCard {
  readonly name?: Readonly<Record<string, string | undefined>> | undefined;
  readonly phones?:
    | readonly {
        readonly phone?: string | undefined;
        readonly wa_id?: string | undefined;
        readonly type?: string | undefined;
      }[]
    | undefined;
  readonly emails?:
    readonly { readonly email?: string | undefined; readonly type?: string | undefined }[] | undefined;
  readonly urls?:
    readonly { readonly url?: string | undefined; readonly type?: string | undefined }[] | undefined;
  readonly addresses?: readonly Readonly<Record<string, string | undefined>>[] | undefined;
  readonly org?: Readonly<Record<string, string | undefined>> | undefined;
  readonly birthday?: string | undefined;
  /** `contact_request` where it answers a request for contact information. */
  readonly origin?: 'contact_request' | 'other' | (string & {}) | undefined;
  readonly vcard?: string | undefined;
}

/** A tap on a quick-reply button of a template. */
export interface IncomingButton {
  readonly payload?: string | undefined;
  readonly text: string;
}

/** The user's answer to a request to call them. */
export interface CallPermissionReply {
  readonly response: 'accept' | 'reject' | (string & {});
  readonly is_permanent?: boolean | undefined;
  /** Seconds since 1970, as a number or as text; absent where the permission is permanent. */
  readonly expiration_timestamp?: number | string | undefined;
  readonly response_source?: 'user_action' | 'automatic' | (string & {}) | undefined;
}

/** An answer to an interactive message. `type` discriminates the union. */
export type IncomingInteractive =
  | {
      readonly type: 'button_reply';
      readonly button_reply: { readonly id: string; readonly title: string };
    }
  | {
      readonly type: 'list_reply';
      readonly list_reply: {
        readonly id: string;
        readonly title: string;
        readonly description?: string | undefined;
      };
    }
  | {
      /** A completed Flow (`name: 'flow'`) or address form (`name: 'address_message'`). */
      readonly type: 'nfm_reply';
      readonly nfm_reply: {
        readonly name?: string | undefined;
        readonly body?: string | undefined;
        /** What the user filled in, as JSON text. */
        readonly response_json: string;
      };
    }
  | { readonly type: 'call_permission_reply'; readonly call_permission_reply: CallPermissionReply }
  | {
      /** How the user paid (Brazil). */
      readonly type: 'payment_method';
      readonly payment_method: {
        readonly payment_method?: string | undefined;
        readonly payment_timestamp?: number | string | undefined;
        readonly reference_id?: string | undefined;
        readonly last_four_digits?: string | undefined;
        readonly credential_id?: string | undefined;
      };
    };

/** A cart that the user sent. */
export interface IncomingOrder {
  readonly catalog_id: string;
  readonly text?: string | undefined;
  readonly product_items: readonly {
    readonly product_retailer_id: string;
    readonly quantity: number;
    /** In the currency's main unit; Meta's pages show whole and broken numbers. */
    readonly item_price: number;
    readonly currency: string;
  }[];
}

/** A reaction to a message. */
export interface IncomingReaction {
  /** The message that is reacted to. */
  readonly message_id: string;
  /** Absent or empty where the reaction was taken back. */
  readonly emoji?: string | undefined;
}

/** News about the user: a new number, a new user id, a new identity. */
export interface IncomingSystem {
  readonly type?:
    | 'user_changed_number'
    | 'user_changed_user_id'
    | 'user_identity_changed'
    | 'customer_changed_number'
    | 'customer_identity_changed'
    | (string & {})
    | undefined;
  readonly body?: string | undefined;
  /** The new number. Older captures spell it `new_wa_id`. */
  readonly wa_id?: string | undefined;
  readonly new_wa_id?: string | undefined;
  /** The new user id. */
  readonly user_id?: string | undefined;
  readonly parent_user_id?: string | undefined;
  /** The user id until now, since August 2026; `user_changed_number` and `user_changed_user_id` carry it. */
  readonly previous_user_id?: string | undefined;
  /** The parent id until now. */
  readonly previous_parent_user_id?: string | undefined;
  readonly identity?: string | undefined;
  readonly customer?: string | undefined;
}

/** What the API cannot show; the reason stands in `errors`. */
export interface IncomingUnsupported {
  /** The type that it would have had. */
  readonly type?: string | undefined;
}

/** A message that replaces an earlier one. */
export interface IncomingEdit {
  readonly original_message_id: string;
  /** The new content: `type`, and the object of that name. */
  readonly message?:
    | ({ readonly type: string; readonly context?: RawMessageContext | undefined } & {
        readonly [key: string]: unknown;
      })
    | undefined;
}

/** A message that takes an earlier one back. */
export interface IncomingRevoke {
  readonly original_message_id: string;
}

/** From a message's `type` to the object of the same name that carries its content. */
export interface MessageContents {
  readonly text: { readonly body: string };
  readonly image: IncomingCaptionedMedia;
  readonly video: IncomingCaptionedMedia;
  readonly audio: IncomingAudio;
  readonly document: IncomingDocument;
  readonly sticker: IncomingSticker;
  readonly location: IncomingLocation;
  readonly contacts: readonly IncomingContactCard[];
  readonly button: IncomingButton;
  readonly interactive: IncomingInteractive;
  readonly order: IncomingOrder;
  readonly reaction: IncomingReaction;
  readonly system: IncomingSystem;
  readonly edit: IncomingEdit;
  readonly revoke: IncomingRevoke;
  readonly unsupported: IncomingUnsupported | undefined;
  /** A placeholder for a file of a synchronised chat history. The file follows in an event of its own. */
  readonly media_placeholder: object | undefined;
  /** The user opened the chat for the first time; no longer sent since March 2026. */
  readonly request_welcome: object | undefined;
}

/** What a message says: its type, and the object of that name. `unknown` where Meta sends a type or a shape that it does not document. */
export type IncomingContent =
  | {
      [Type in keyof MessageContents]: { readonly type: Type } & Pick<MessageContents, Type>;
    }[keyof MessageContents]
  | { readonly type: 'unknown' };
