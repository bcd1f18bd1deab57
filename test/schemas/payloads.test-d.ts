import type * as z from 'zod/mini';
import type {
  AddressPayload,
  CarouselPayload,
  ContactPayload,
  FlowPayload,
  ListPayload,
  OrderDetails,
  OrderDetailsPayload,
  OrderStatus,
  OrderStatusPayload,
} from 'wabakit/messages';
import type {
  AudioPayload,
  CaptionedMediaPayload,
  DocumentPayload,
  LocationPayload,
  MediaPayload,
  PinPayload,
  ReactionPayload,
  TextPayload,
} from 'wabakit/messages';
import type { TemplateButtonParameter } from 'wabakit/messages';
import type { contactsSchema } from '../../src/schemas/contacts-message.ts';
import type { addressSchema } from '../../src/schemas/interactive-address.ts';
import type { carouselSchema } from '../../src/schemas/interactive-carousel.ts';
import type { flowSchema } from '../../src/schemas/interactive-flow.ts';
import type { listSchema } from '../../src/schemas/interactive-list.ts';
import type { orderSchemas } from '../../src/schemas/interactive-order.ts';
import type { locationSchema } from '../../src/schemas/location-message.ts';
import type {
  audioSchema,
  captionedMediaSchema,
  documentSchema,
  mediaSchema,
} from '../../src/schemas/media-message.ts';
import type { orderDetailsSchema, orderStatusSchema } from '../../src/schemas/order.ts';
import type { pinSchema } from '../../src/schemas/pin-message.ts';
import type { reactionSchema } from '../../src/schemas/reaction-message.ts';
import type { buttonParameterSchema } from '../../src/schemas/template-button.ts';
import type { textSchema } from '../../src/schemas/text-message.ts';

// Each payload type and its schema must know the same fields, and whatever the type allows must have the form that the schema takes.

type Input<Schema extends () => z.core.$ZodType> = z.input<ReturnType<Schema>>;
type Loose<T> = T extends readonly (infer Item)[]
  ? Loose<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Loose<T[K]> }
    : T;
type KeysOf<T> = T extends readonly (infer Item)[] ? KeysOf<Item> : T extends unknown ? keyof T : never;
type SameKeys<A, B> = [KeysOf<A>] extends [KeysOf<B>]
  ? [KeysOf<B>] extends [KeysOf<A>]
    ? true
    : never
  : never;
type Fits<Payload, Schema extends () => z.core.$ZodType> =
  Loose<Payload> extends Input<Schema> ? SameKeys<Payload, Input<Schema>> : never;

export const tied: readonly true[] = [
  true satisfies Fits<TextPayload, typeof textSchema>,
  true satisfies Fits<MediaPayload, typeof mediaSchema>,
  true satisfies Fits<CaptionedMediaPayload, typeof captionedMediaSchema>,
  true satisfies Fits<AudioPayload, typeof audioSchema>,
  true satisfies Fits<DocumentPayload, typeof documentSchema>,
  true satisfies Fits<LocationPayload, typeof locationSchema>,
  true satisfies Fits<ReactionPayload, typeof reactionSchema>,
  true satisfies Fits<PinPayload, typeof pinSchema>,
  true satisfies Fits<readonly ContactPayload[], typeof contactsSchema>,
  true satisfies Fits<ListPayload, typeof listSchema>,
  true satisfies Fits<FlowPayload, typeof flowSchema>,
  true satisfies Fits<AddressPayload, typeof addressSchema>,
  true satisfies Fits<CarouselPayload, typeof carouselSchema>,
  true satisfies Fits<OrderDetails, typeof orderDetailsSchema>,
  true satisfies Fits<OrderStatus, typeof orderStatusSchema>,
  true satisfies Fits<OrderDetailsPayload, () => ReturnType<typeof orderSchemas>[0]>,
  true satisfies Fits<OrderStatusPayload, () => ReturnType<typeof orderSchemas>[1]>,
  true satisfies Fits<TemplateButtonParameter, typeof buttonParameterSchema>,
];

// @ts-expect-error a payload that lacks a field of its schema is noticed
export const lacking = true satisfies Fits<Omit<TextPayload, 'preview_url'>, typeof textSchema>;
// @ts-expect-error a payload whose field has another type is noticed
export const different = true satisfies Fits<{ body: number; preview_url?: boolean }, typeof textSchema>;
