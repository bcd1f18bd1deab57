import type { TemplateButton, TemplateCardButton, TemplateOtpButton } from './button-definition.ts';
import type { TemplateLanguage } from './languages.ts';

/** What a template is for; it decides the price and what Meta lets you write. */
export type TemplateCategory = 'marketing' | 'utility' | 'authentication';

/** Sample values for the placeholders of a text, for Meta's review: an object for named ones, an array for `{{1}}`, `{{2}}` … */
export type TemplateExample = Readonly<Record<string, string>> | readonly string[];

/** A line of text above the body: up to 60 characters, one placeholder at most, no markdown, no emoji. */
export interface TemplateTextHeader {
  readonly format: 'text';
  readonly text: string;
  readonly example?: TemplateExample | undefined;
}

/** A file above the body. GIF headers (an mp4 up to 3.5 MB) exist for marketing messages only. */
export interface TemplateMediaHeader {
  readonly format: 'image' | 'video' | 'document' | 'gif';
  /** The handle of a sample file, `4::aW…`, from a resumable upload. Needed to create the template, not to send it. */
  readonly example?: string | undefined;
}

/** A map above the body. The place is given at the send. */
export interface TemplateLocationHeader {
  readonly format: 'location';
}

/** A product of the catalogue above the body. The product is given at the send. */
export interface TemplateProductHeader {
  readonly format: 'product';
}

/** The header, shown above the body. */
export type TemplateHeader =
  TemplateTextHeader | TemplateMediaHeader | TemplateLocationHeader | TemplateProductHeader;

/** The text of a template: up to 1,024 characters with WhatsApp markdown and placeholders. */
export interface TemplateBody {
  readonly text: string;
  readonly example?: TemplateExample | undefined;
}

/** A small line of text below the body: up to 60 characters, no placeholders. */
export interface TemplateFooter {
  readonly text: string;
}

/** A card of a carousel. Every card of a template has the same components and the same kinds of buttons. */
export interface TemplateCard {
  readonly header: TemplateMediaHeader | TemplateProductHeader;
  /** Up to 160 characters. */
  readonly body?: TemplateBody | undefined;
  /** One or two; one for a product card. */
  readonly buttons: readonly TemplateCardButton[];
}

/** The box of a limited-time offer. */
export interface TemplateLimitedTimeOffer {
  /** Up to 16 characters. */
  readonly text: string;
  /** Shows a countdown; its end is then given at each send. Default: false. */
  readonly hasExpiration?: boolean | undefined;
}

/** Max price: an auction sets the price of each message, at most the bid. Only `sendMarketingMessage` sends such a template. */
export interface TemplateOptimization {
  /** The one strategy that Meta documents. */
  readonly bidStrategy: 'LOWEST_COST_WITH_BID_CAP';
  /** What 1,000 deliveries may cost at most, in the smallest unit of the account's currency: 0.87 rupees a message are 87000. */
  readonly bidAmount: number;
}

interface TemplateEnvelope {
  /** `a-z`, `0-9` and `_`, up to 512 characters; with the language it names the template. */
  readonly name: string;
  /** The language of the texts. `en` and `en_US` are two languages: sending the wrong one is error 132001. */
  readonly language: TemplateLanguage;
  /** Seconds that Meta keeps trying to deliver: authentication 30 to 900, utility 30 to 43,200, marketing 43,200 to 2,592,000; -1 for 30 days, not for marketing. */
  readonly messageSendTtlSeconds?: number | undefined;
}

/** A template for marketing or for what the customer asked about. */
export interface ContentTemplateDefinition extends TemplateEnvelope {
  readonly category: 'marketing' | 'utility';
  readonly header?: TemplateHeader | undefined;
  readonly body: TemplateBody;
  readonly footer?: TemplateFooter | undefined;
  /** Up to 10, quick replies side by side. */
  readonly buttons?: readonly TemplateButton[] | undefined;
  /** 2 to 10 cards; marketing only. */
  readonly carousel?: readonly TemplateCard[] | undefined;
  /** Marketing only; with an image or video header, without a footer. */
  readonly limitedTimeOffer?: TemplateLimitedTimeOffer | undefined;
  /** Asks the customer for permission to call; without buttons. */
  readonly callPermissionRequest?: true | undefined;
  /** Meta's finer kind of template, for instance `ORDER_DETAILS` or `ORDER_STATUS`. Sent as it stands. */
  readonly subCategory?: string | undefined;
  /** `order_details` makes an order details template of a marketing template. Sent as it stands. */
  readonly displayFormat?: string | undefined;
  /** Max price, in place of the rate card; marketing only. Leave it out to leave an account's template as it is. */
  readonly optimizationSpec?: TemplateOptimization | undefined;
  /** Turns off the counting of taps on URL buttons. Default: false. */
  readonly ctaUrlLinkTrackingOptedOut?: boolean | undefined;
}

/** A template that carries a one-time code. Meta writes its text in the language of the template; you choose what it adds and the button. */
export interface AuthenticationTemplateDefinition extends TemplateEnvelope {
  readonly category: 'authentication';
  readonly body?: {
    /** Adds "For your security, do not share this code." Default: false. */
    readonly addSecurityRecommendation?: boolean | undefined;
  };
  readonly footer?: {
    /** Adds "This code expires in … minutes." and disables the button then: 1 to 90. */
    readonly codeExpirationMinutes: number;
  };
  /** Exactly one. */
  readonly buttons: readonly [TemplateOtpButton];
}

/** A message template (formerly "HSM", highly structured message) as code: what Meta reviews once and you send many times. */
export type TemplateDefinition = ContentTemplateDefinition | AuthenticationTemplateDefinition;
