/** The part above the body. A file is named by what was sent: the id of an upload or a link. */
export type RenderedHeader =
  | { readonly format: 'text'; readonly text: string }
  | {
      readonly format: 'image' | 'video' | 'document' | 'gif';
      readonly id?: string | undefined;
      readonly link?: string | undefined;
      readonly filename?: string | undefined;
    }
  | {
      readonly format: 'location';
      readonly name?: string | undefined;
      readonly address?: string | undefined;
      readonly latitude?: string | undefined;
      readonly longitude?: string | undefined;
    }
  | {
      readonly format: 'product';
      readonly productRetailerId?: string | undefined;
      readonly catalogId?: string | undefined;
    };

/** A button below the text. */
export interface RenderedButton {
  /** The kind, as in a definition: `url`, `quick_reply`, `otp` … */
  readonly type: string;
  /** The label. */
  readonly text: string;
  /** Of a URL button: the whole address. */
  readonly url?: string | undefined;
  /** Of a phone button. */
  readonly phoneNumber?: string | undefined;
  /** Of a copy code button and of an authentication template: what is copied. */
  readonly code?: string | undefined;
  /** The payload of a quick reply, which the webhook receives with the label. */
  readonly payload?: string | undefined;
}

/** A card of a carousel. */
export interface RenderedCard {
  readonly header?: RenderedHeader | undefined;
  readonly body?: string | undefined;
  readonly buttons: readonly RenderedButton[];
}

/** What the customer reads, part by part. WhatsApp markdown (`*bold*`) is left as it stands, and nothing is escaped. */
export interface RenderedTemplate {
  /** The whole message as plain lines, with buttons in brackets. */
  readonly text: string;
  readonly header?: RenderedHeader | undefined;
  readonly body: string;
  readonly footer?: string | undefined;
  readonly limitedTimeOffer?: {
    readonly text: string;
    /** Epoch milliseconds. */
    readonly expiresAt?: number | undefined;
  };
  readonly buttons: readonly RenderedButton[];
  readonly cards: readonly RenderedCard[];
  /** Whether the message asks for permission to call. */
  readonly callPermissionRequest: boolean;
  /** Whether Meta's fixed text is shown in English, because its wording in the template's language is not known to wabakit. */
  readonly approximate: boolean;
}
