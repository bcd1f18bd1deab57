/** Who a message or a status is about, as Meta sends it in `contacts`. Since user names exist, the number may be missing. */
export interface RawContact {
  readonly profile?:
    { readonly name?: string | undefined; readonly username?: string | undefined } | undefined;
  readonly wa_id?: string | undefined;
  readonly user_id?: string | undefined;
  readonly parent_user_id?: string | undefined;
  readonly identity_key_hash?: string | undefined;
}

/** An error inside a webhook. Build on `code` and `error_data.details`: titles change and are translated. */
export interface RawError {
  readonly code: number;
  readonly title?: string | undefined;
  readonly message?: string | undefined;
  readonly error_data?: { readonly details?: string | undefined } | undefined;
  readonly href?: string | undefined;
}

/** What the assistant before you knew of the conversation (Conversation Routing). */
export interface RawConversationContext {
  readonly type?: string | undefined;
  readonly summary?: { readonly text?: string | undefined } | undefined;
}

/** Where a message came from when it began at an ad or a post. */
export interface RawReferral {
  readonly source_url?: string | undefined;
  readonly source_id?: string | undefined;
  readonly source_type?: 'ad' | 'post' | (string & {}) | undefined;
  readonly headline?: string | undefined;
  readonly body?: string | undefined;
  readonly media_type?: string | undefined;
  readonly image_url?: string | undefined;
  readonly video_url?: string | undefined;
  readonly thumbnail_url?: string | undefined;
  /** The click id to report conversions with. */
  readonly ctwa_clid?: string | undefined;
  readonly welcome_message?: { readonly text?: string | undefined } | undefined;
  readonly ref?: string | undefined;
}

/** What a message answers or forwards. */
export interface RawMessageContext {
  /** Who wrote the message that is answered. Missing where the author has no number to show. */
  readonly from?: string | undefined;
  /** The message that is answered. */
  readonly id?: string | undefined;
  readonly forwarded?: boolean | undefined;
  readonly frequently_forwarded?: boolean | undefined;
  /** The product that the user asks about. */
  readonly referred_product?:
    | { readonly catalog_id?: string | undefined; readonly product_retailer_id?: string | undefined }
    | undefined;
}
