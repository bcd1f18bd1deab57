import * as z from 'zod/mini';
import { anyText, characters, distinct, listBetween, wholeNumber } from './checks.ts';
import { templateMessageLimits } from './limits.ts';
import { orderStatusSchema, type OrderStatus } from './order.ts';
import { buttonParameterSchema, type TemplateButtonParameter } from './template-button.ts';
import {
  bodyParameterSchemas,
  headerMediaSchemas,
  type TemplateHeaderMedia,
  type TemplateParameter,
} from './template-parameter.ts';

/** The kinds of button that take values. Meta writes them in either case, as it does the types of components. */
export type TemplateButtonKind =
  'quick_reply' | 'url' | 'copy_code' | 'flow' | 'catalog' | 'mpm' | 'order_details' | 'voice_call';

/** A header, body or button of a template, or of a card, with the values for its places. */
export type TemplateCardComponent =
  | { readonly type: 'header'; readonly parameters: readonly (TemplateParameter | TemplateHeaderMedia)[] }
  | { readonly type: 'body'; readonly parameters: readonly TemplateParameter[] }
  | {
      readonly type: 'button';
      readonly sub_type: TemplateButtonKind | Uppercase<TemplateButtonKind>;
      /** 0 to 9, counted over all buttons of the template. */
      readonly index: number | string;
      readonly parameters?: readonly TemplateButtonParameter[] | undefined;
    };

/** One part of a template with the values for its places, as Meta spells it. Source: Meta, "Templates" (each kind). */
export type TemplateComponent =
  | TemplateCardComponent
  | {
      readonly type: 'limited_time_offer';
      readonly parameters: readonly {
        readonly type: 'limited_time_offer';
        /** Unix time in milliseconds. */
        readonly limited_time_offer: { readonly expiration_time_ms: number };
      }[];
    }
  | {
      readonly type: 'carousel';
      /** As many as the template defines; up to 10 for products. */
      readonly cards: readonly {
        readonly card_index: number;
        readonly components: readonly TemplateCardComponent[];
      }[];
    }
  | {
      readonly type: 'order_status';
      readonly parameters: readonly { readonly type: 'order_status'; readonly order_status: OrderStatus }[];
    }
  | {
      /** Limited access: makes the whole message open a link. */
      readonly type: 'tap_target_configuration';
      readonly parameters: readonly {
        readonly type: 'tap_target_configuration';
        readonly tap_target_configuration: readonly { readonly url: string; readonly title: string }[];
      }[];
    };

/** An approved template, filled in. Source: Meta, "Template messages". */
export interface TemplatePayload {
  /** Its name: a-z, 0-9 and underscores, up to 512 characters. */
  readonly name: string;
  /** The language it was approved in, such as `en_US`; `en` is another template. */
  readonly language: { readonly code: string; readonly policy?: 'deterministic' | undefined };
  /** {@link TemplateComponent}s, also when they come from code that only knows their form at run time. */
  readonly components?:
    readonly (Readonly<Record<string, unknown>> & { readonly type: string })[] | undefined;
}

/** The type of a component, which Meta takes in small letters and in capitals. */
const ofType = (name: string) => z.literal([name, name.toUpperCase()]);

const buttonKinds = /^(quick_reply|url|copy_code|flow|catalog|mpm|order_details|voice_call)$/i;

const cardComponents = () =>
  [
    z.strictObject({
      type: ofType('header'),
      parameters: z.array(z.discriminatedUnion('type', [...bodyParameterSchemas(), ...headerMediaSchemas()])),
    }),
    z.strictObject({
      type: ofType('body'),
      parameters: z.array(z.discriminatedUnion('type', [...bodyParameterSchemas()])),
    }),
    z.strictObject({
      type: ofType('button'),
      sub_type: z
        .string()
        .check(z.regex(buttonKinds, { error: 'is not a kind of button that takes values' })),
      index: z
        .union([z.int(), z.string()])
        .check(z.refine((index) => /^\d$/.test(String(index)), { error: 'is not 0 to 9' })),
      parameters: z.optional(z.array(buttonParameterSchema())),
    }),
  ] as const;

/** A component whose parameters have its own name as their type and key. */
const ofItself = <N extends string, S extends z.core.$ZodType>(name: N, value: S) =>
  z.strictObject({
    type: ofType(name),
    parameters: z.array(z.strictObject({ type: z.literal(name), [name]: value })),
  });

export const templateSchema = () => {
  const card = z.strictObject({
    card_index: wholeNumber(0, templateMessageLimits.cards - 1),
    components: z.array(z.discriminatedUnion('type', [...cardComponents()])),
  });
  const component = z.discriminatedUnion('type', [
    ...cardComponents(),
    ofItself('limited_time_offer', z.strictObject({ expiration_time_ms: z.int() })),
    ofItself('order_status', orderStatusSchema()),
    ofItself('tap_target_configuration', z.array(z.strictObject({ url: anyText(), title: anyText() }))),
    z.strictObject({
      type: ofType('carousel'),
      cards: listBetween(card, 1, templateMessageLimits.cards).check(
        distinct('card_index', (one) => one.card_index),
      ),
    }),
  ]);
  return z.strictObject({
    name: characters(templateMessageLimits.name),
    language: z.strictObject({ code: anyText(), policy: z.optional(z.literal('deterministic')) }),
    components: z.optional(z.array(component)),
  });
};
