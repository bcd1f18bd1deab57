import type { TemplateDefinition } from './definition.ts';
import type { PlaceholderValues } from './placeholders.ts';

/** An amount that WhatsApp writes in the customer's way. `amount_1000` is the amount times 1,000. */
export interface CurrencyValue {
  readonly type: 'currency';
  readonly currency: { readonly fallback_value: string; readonly code: string; readonly amount_1000: number };
}

/** A date that WhatsApp shows as `fallback_value`. Meta accepts its older fields, such as `day_of_week` and `timestamp`, and ignores them. */
export interface DateTimeValue {
  readonly type: 'date_time';
  readonly date_time: Readonly<Record<string, unknown>> & { readonly fallback_value: string };
}

/** A group whose invitation link Meta puts into the text. */
export interface GroupIdValue {
  readonly type: 'group_id';
  readonly group_id: string;
}

/** What a placeholder of a body may be filled with. A plain text has no line breaks or tabs, and at most 4 spaces in a row. */
export type BodyValue = string | CurrencyValue | DateTimeValue | GroupIdValue;

/** A file by the id of an upload or by an https link. */
export type HeaderMedia = { readonly id: string } | { readonly link: string };

/** A document by id or link, with the name that the customer sees. */
export type HeaderDocument = HeaderMedia & { readonly filename?: string | undefined };

/** The place on a location header. */
export interface HeaderLocation {
  /** Degrees. */
  readonly latitude: number | string;
  /** Degrees. */
  readonly longitude: number | string;
  /** Shown above the address. */
  readonly name?: string | undefined;
  /** Shown only with a name. */
  readonly address?: string | undefined;
}

/** A product of a catalogue. */
export interface HeaderProduct {
  readonly productRetailerId: string;
  readonly catalogId: string;
}

/** What a Flow button carries. */
export interface FlowButtonValue {
  /** Comes back with the customer's answers. Default: Meta's `unused`. */
  readonly flowToken?: string | undefined;
  /** Data for the first screen; its keys are yours and sent as they stand. */
  readonly flowActionData?: Readonly<Record<string, unknown>> | undefined;
}

/** The products behind a multi-product button. */
export interface MultiProductButtonValue {
  /** The product whose picture is shown. */
  readonly thumbnailProductRetailerId: string;
  /** Up to 10 sections and 30 products. */
  readonly sections: readonly { readonly title: string; readonly productRetailerIds: readonly string[] }[];
}

/** How long a call button works and what your webhook gets back. */
export interface VoiceCallButtonValue {
  /** 1 to 43,200; Meta's default is 10,080 (7 days). */
  readonly ttlMinutes?: number | undefined;
  /** Up to 512 characters; comes back as `cta_payload`. */
  readonly payload?: string | undefined;
}

type HeaderValue<Header> = Header extends { format: 'text'; text: infer Text extends string }
  ? PlaceholderValues<Text>
  : Header extends { format: 'document' }
    ? HeaderDocument
    : Header extends { format: 'location' }
      ? HeaderLocation
      : Header extends { format: 'product' }
        ? HeaderProduct
        : Header extends { format: string }
          ? HeaderMedia
          : undefined;

type BodyValues<Body> = Body extends { text: infer Text extends string }
  ? PlaceholderValues<Text, BodyValue>
  : undefined;

interface ButtonValues {
  quick_reply: string | undefined;
  phone_number: undefined;
  copy_code: string;
  flow: FlowButtonValue | undefined;
  catalog: { readonly thumbnailProductRetailerId: string } | undefined;
  mpm: MultiProductButtonValue;
  spm: undefined;
  voice_call: VoiceCallButtonValue | undefined;
  request_contact_info: undefined;
  /** Meta's `order_details` object, in its own spelling. */
  order_details: Readonly<Record<string, unknown>>;
}

type ButtonValue<Button> = Button extends { type: 'url'; url: infer Url extends string }
  ? string extends Url
    ? string | undefined
    : Url extends `${string}{{${string}}}${string}`
      ? string
      : undefined
  : Button extends { type: infer Type extends keyof ButtonValues }
    ? ButtonValues[Type]
    : undefined;

// From the last button to the first, because only trailing entries of a tuple can be optional.
type ButtonTuple<
  Buttons extends readonly unknown[],
  Tail extends readonly unknown[] = readonly [],
> = Buttons extends readonly [...infer Rest, infer Last]
  ? undefined extends ButtonValue<Last>
    ? readonly [] extends Tail
      ? ButtonTuple<Rest, readonly [ButtonValue<Last>?, ...Tail]>
      : ButtonTuple<Rest, readonly [ButtonValue<Last>, ...Tail]>
    : ButtonTuple<Rest, readonly [ButtonValue<Last>, ...Tail]>
  : Tail;

type ButtonsValue<Buttons> = Buttons extends readonly unknown[]
  ? number extends Buttons['length']
    ? readonly ButtonValue<Buttons[number]>[] | undefined
    : OptionalWhenEmpty<ButtonTuple<Buttons>>
  : undefined;

type OptionalWhenEmpty<Tuple> = readonly [] extends Tuple ? Tuple | undefined : Tuple;

// A key that may be undefined is optional; one that can only be undefined stays, so that giving it a value does not compile.
type Slot<Key extends string, Value> = undefined extends Value
  ? { readonly [K in Key]?: Value | undefined }
  : { readonly [K in Key]: Value };

/** What one card of a carousel is filled with. */
export type CardParameters<Card> = Card extends { header: infer Header }
  ? Slot<'header', HeaderValue<Header>> &
      Slot<'body', BodyValues<Card extends { body: infer Body } ? Body : undefined>> &
      Slot<'buttons', ButtonsValue<Card extends { buttons: infer Buttons } ? Buttons : undefined>>
  : never;

// A media carousel is sent with exactly its cards; a product carousel with up to 10, whatever was defined.
type CarouselValue<Cards> = Cards extends readonly [infer First, ...unknown[]]
  ? First extends { header: { format: 'product' } }
    ? readonly CardParameters<First>[]
    : { readonly [Index in keyof Cards]: CardParameters<Cards[Index]> }
  : Cards extends readonly (infer Card)[]
    ? readonly CardParameters<Card>[]
    : undefined;

type OfferValue<Offer> = Offer extends { hasExpiration: true }
  ? { readonly expiresAt: number }
  : Offer extends { hasExpiration?: infer Has }
    ? [Has] extends [false | undefined]
      ? undefined
      : { readonly expiresAt: number } | undefined
    : undefined;

/** The parameters that every marketing or utility template accepts in addition to those of its definition. */
export interface CommonParameters {
  /** Makes the whole message open the first URL button under this title. Meta grants it to few accounts. */
  readonly tapTarget?: { readonly url: string; readonly title: string } | undefined;
  /** Meta's `order_status` object, in its own spelling, for templates of that sub-category. */
  readonly orderStatus?: Readonly<Record<string, unknown>> | undefined;
}

type Part<Definition, Key extends string> = Key extends keyof Definition ? Definition[Key] : undefined;

/**
 * The parameters that a definition asks for, inferred from its texts: `header`, `body`, `buttons`, `carousel`, `limitedTimeOffer` as far as
 * they hold something to fill in; `{ code }` for an authentication template. A name or a number that does not fit does not compile.
 *
 * `buttons` has one entry per button, in order; `undefined` stands for a button that takes nothing, and trailing ones may be left out.
 */
export type TemplateParameters<Definition extends TemplateDefinition> = Definition extends {
  category: 'authentication';
}
  ? {
      /** The one-time code: up to 15 characters. */
      readonly code: string;
    }
  : Slot<'header', HeaderValue<Part<Definition, 'header'>>> &
      Slot<'body', BodyValues<Part<Definition, 'body'>>> &
      Slot<'buttons', ButtonsValue<Part<Definition, 'buttons'>>> &
      Slot<'carousel', CarouselValue<Part<Definition, 'carousel'>>> &
      Slot<'limitedTimeOffer', OfferValue<Part<Definition, 'limitedTimeOffer'>>> &
      CommonParameters;

/** The parameters as trailing arguments: none are needed when the template has nothing to fill in. */
export type TemplateArguments<Definition extends TemplateDefinition> =
  Record<never, never> extends TemplateParameters<Definition>
    ? [parameters?: TemplateParameters<Definition>]
    : [parameters: TemplateParameters<Definition>];

/** A template and its parameters as properties, for functions that take one object: `{ to, ...}` of a send. */
export type TemplateWithParameters<Definition extends TemplateDefinition> =
  Record<never, never> extends TemplateParameters<Definition>
    ? {
        /** What `defineTemplate` returned; the account must have it approved under this name and language. */
        readonly template: Definition;
        /** The values of `header`, `body`, `buttons` and so on. This template has nothing to fill in. */
        readonly parameters?: TemplateParameters<Definition> | undefined;
      }
    : {
        /** What `defineTemplate` returned; the account must have it approved under this name and language. */
        readonly template: Definition;
        /** The values of `header`, `body`, `buttons` and so on, as the definition asks for them. */
        readonly parameters: TemplateParameters<Definition>;
      };

type ExampleCheck<Part> = Part extends { text: infer Text extends string; example: unknown }
  ? { readonly example: PlaceholderValues<Text> }
  : unknown;

/** Holds the examples of a definition against its texts: a missing, extra or misspelt one does not compile. */
export type CheckedExamples<Definition extends TemplateDefinition> = Definition extends {
  category: 'authentication';
}
  ? unknown
  : {
      readonly header?: ExampleCheck<Part<Definition, 'header'>> | undefined;
      readonly body: ExampleCheck<Part<Definition, 'body'>>;
    };
