/** Answers with its label. A payload for your webhook can be given at the send. */
export interface TemplateQuickReplyButton {
  readonly type: 'quick_reply';
  /** Up to 25 characters. */
  readonly text: string;
}

/** Opens a web page. */
export interface TemplateUrlButton {
  readonly type: 'url';
  /** Up to 25 characters. */
  readonly text: string;
  /** Up to 2,000 characters; one `{{1}}` may stand at its end. No link shorteners, no `wa.me`. */
  readonly url: string;
  /** One sample for `{{1}}`: the ending, or the whole address. */
  readonly example?: readonly [string] | undefined;
  /** Opens an Android app instead; marketing messages only. */
  readonly appDeepLink?:
    | {
        readonly metaAppId: number;
        readonly androidDeepLink: string;
        readonly androidFallbackPlaystoreUrl?: string | undefined;
      }
    | undefined;
}

/** Calls a phone number. */
export interface TemplatePhoneNumberButton {
  readonly type: 'phone_number';
  /** Up to 25 characters. */
  readonly text: string;
  /** Up to 20 characters, with the country code. */
  readonly phoneNumber: string;
}

/** Copies a coupon code. The label is Meta's; the code is given at the send. */
export interface TemplateCopyCodeButton {
  readonly type: 'copy_code';
  /** A sample code: up to 20 characters, 15 with a limited-time offer. */
  readonly example: string;
}

/** Opens a Flow. Exactly one of `flowId`, `flowName` and `flowJson`. */
export interface TemplateFlowButton {
  readonly type: 'flow';
  /** Up to 25 characters. */
  readonly text: string;
  readonly flowId?: string | undefined;
  readonly flowName?: string | undefined;
  /** The Flow JSON as a string. */
  readonly flowJson?: string | undefined;
  /** Default: `navigate`. */
  readonly flowAction?: 'navigate' | 'data_exchange' | undefined;
  /** The first screen, with `navigate`. */
  readonly navigateScreen?: string | undefined;
  readonly icon?: 'DOCUMENT' | 'PROMOTION' | 'REVIEW' | undefined;
}

/** Opens the catalogue. The label is Meta's. */
export interface TemplateCatalogButton {
  readonly type: 'catalog';
}

/** Shows up to 30 products in up to 10 sections, given at the send. The label is Meta's. */
export interface TemplateMultiProductButton {
  readonly type: 'mpm';
}

/** Shows the product of the header. The label is Meta's. */
export interface TemplateSingleProductButton {
  readonly type: 'spm';
}

/** Calls the business on WhatsApp. */
export interface TemplateVoiceCallButton {
  readonly type: 'voice_call';
  /** Up to 20 characters. */
  readonly text: string;
  /** How long the button works: 1,440 to 43,200 minutes. */
  readonly ttlMinutes?: number | undefined;
}

/** Asks the customer for their phone number. The label is Meta's. */
export interface TemplateRequestContactInfoButton {
  readonly type: 'request_contact_info';
}

/** Opens an order to pay; India and Brazil. The order is given at the send. */
export interface TemplateOrderDetailsButton {
  readonly type: 'order_details';
  /** `Review and Pay` in order details templates, `Buy now` in checkout templates (marketing). */
  readonly text: 'Review and Pay' | 'Buy now';
}

/** An Android app that may receive the code. */
export interface TemplateSupportedApp {
  /** Up to 224 characters, at least two parts: `com.example.shop`. */
  readonly packageName: string;
  /** The hash of the app's signing key, 11 characters. */
  readonly signatureHash: string;
}

/** Copies the code. */
export interface TemplateCopyCodeOtpButton {
  readonly type: 'otp';
  readonly otpType: 'copy_code';
  /** The label, up to 25 characters. Default: Meta's, in the language of the template. */
  readonly text?: string | undefined;
}

/** Passes the code to an Android app with one tap; on other devices it copies the code. */
export interface TemplateOneTapOtpButton {
  readonly type: 'otp';
  readonly otpType: 'one_tap';
  /** Label of the copy button, up to 25 characters. Default: Meta's, in the language of the template. */
  readonly text?: string | undefined;
  /** Label of the autofill button, up to 25 characters. Default: Meta's. */
  readonly autofillText?: string | undefined;
  /** One to five. */
  readonly supportedApps: readonly TemplateSupportedApp[];
}

/** Passes the code to an Android app without a tap; on other devices it has the buttons of one tap. */
export interface TemplateZeroTapOtpButton extends Omit<TemplateOneTapOtpButton, 'otpType'> {
  readonly otpType: 'zero_tap';
  /** You accept Meta's terms for zero-tap. */
  readonly zeroTapTermsAccepted: true;
}

/** The button of an authentication template: copies the code, or passes it to an Android app with one tap or none. */
export type TemplateOtpButton =
  TemplateCopyCodeOtpButton | TemplateOneTapOtpButton | TemplateZeroTapOtpButton;

/** A button of a marketing or utility template. */
export type TemplateButton =
  | TemplateQuickReplyButton
  | TemplateUrlButton
  | TemplatePhoneNumberButton
  | TemplateCopyCodeButton
  | TemplateFlowButton
  | TemplateCatalogButton
  | TemplateMultiProductButton
  | TemplateSingleProductButton
  | TemplateVoiceCallButton
  | TemplateRequestContactInfoButton
  | TemplateOrderDetailsButton;

/** A button of a carousel card. */
export type TemplateCardButton =
  | TemplateQuickReplyButton
  | TemplateUrlButton
  | TemplatePhoneNumberButton
  | TemplateSingleProductButton
  | TemplateOrderDetailsButton;
