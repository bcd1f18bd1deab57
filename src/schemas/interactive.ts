import * as z from 'zod/mini';
import { addressSchema, type AddressPayload } from './interactive-address.ts';
import {
  buttonSchemas,
  type CallPermissionPayload,
  type ContactRequestPayload,
  type CtaUrlPayload,
  type LocationRequestPayload,
  type ReplyButtonsPayload,
  type VoiceCallPayload,
} from './interactive-buttons.ts';
import { carouselSchema, type CarouselPayload } from './interactive-carousel.ts';
import { flowSchema, type FlowPayload } from './interactive-flow.ts';
import { listSchema, type ListPayload } from './interactive-list.ts';
import { orderSchemas, type OrderDetailsPayload, type OrderStatusPayload } from './interactive-order.ts';
import {
  productSchemas,
  type CatalogPayload,
  type ProductListPayload,
  type ProductPayload,
} from './interactive-products.ts';

/** Every interactive message, by its `type`. */
export type InteractivePayload =
  | ReplyButtonsPayload
  | ListPayload
  | CtaUrlPayload
  | LocationRequestPayload
  | FlowPayload
  | ProductPayload
  | ProductListPayload
  | CatalogPayload
  | CarouselPayload
  | VoiceCallPayload
  | CallPermissionPayload
  | AddressPayload
  | OrderDetailsPayload
  | OrderStatusPayload
  | ContactRequestPayload;

export const interactiveSchema = () =>
  z.discriminatedUnion('type', [
    ...buttonSchemas(),
    listSchema(),
    flowSchema(),
    ...productSchemas(),
    carouselSchema(),
    addressSchema(),
    ...orderSchemas(),
  ]);
