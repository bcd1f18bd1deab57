/**
 * Builders for every kind of message, and the payload types of Meta that they make. Pure: no client and no token needed.
 *
 * @module
 */
export { addressRequest, type AddressRequestParams } from './address-request.ts';
export { audio } from './audio.ts';
export { replyButtons, type ReplyButtonsParams } from './reply-buttons.ts';
export { callPermissionRequest } from './call-permission-request.ts';
export { carousel, type CarouselCard, type CarouselParams } from './carousel.ts';
export { catalog, type CatalogParams } from './catalog.ts';
export { contactRequest } from './contact-request.ts';
export { contacts } from './contacts.ts';
export { ctaUrl, type CtaUrlParams } from './cta-url.ts';
export { document } from './document.ts';
export { fit } from './fit.ts';
export { flow, type FlowMessageParams } from './flow.ts';
export { image } from './image.ts';
export type { InteractiveParts } from './interactive-parts.ts';
export { list, type ListParams } from './list.ts';
export { locationRequest } from './location-request.ts';
export { location } from './location.ts';
export { messageLimits } from './message-limits.ts';
export { orderDetails, type OrderDetailsParams } from './order-details.ts';
export { orderStatus, type OrderStatusParams } from './order-status.ts';
export { pin, type PinParams } from './pin.ts';
export { productCarousel, type ProductCarouselParams } from './product-carousel.ts';
export { productList, type ProductListParams } from './product-list.ts';
export { product, type ProductParams } from './product.ts';
export { reaction, type ReactionParams } from './reaction.ts';
export { replyTo } from './reply-to.ts';
export { sticker } from './sticker.ts';
export { template, type TemplateParams } from './template.ts';
export { text, type TextParams } from './text.ts';
export { video } from './video.ts';
export { voiceCall, type VoiceCallParams } from './voice-call.ts';
export { splitText } from './split-text.ts';
export type { ContactPayload } from '../schemas/contacts-message.ts';
export type { AddressPayload, AddressValues } from '../schemas/interactive-address.ts';
export type {
  CallPermissionPayload,
  ContactRequestPayload,
  CtaUrlAction,
  CtaUrlPayload,
  LocationRequestPayload,
  ReplyButton,
  ReplyButtonsPayload,
  VoiceCallPayload,
} from '../schemas/interactive-buttons.ts';
export type {
  CardHeader,
  CardReplyButton,
  CarouselPayload,
  MediaCard,
  ProductCard,
} from '../schemas/interactive-carousel.ts';
export type { FlowParameters, FlowPayload } from '../schemas/interactive-flow.ts';
export type { ListPayload, ListRow, ListSection } from '../schemas/interactive-list.ts';
export type { OrderDetailsPayload, OrderStatusPayload } from '../schemas/interactive-order.ts';
export type {
  InteractiveBase,
  InteractiveHeader,
  InteractiveText,
  TextHeader,
} from '../schemas/interactive-parts.ts';
export type {
  CatalogPayload,
  ProductListPayload,
  ProductPayload,
  ProductSection,
} from '../schemas/interactive-products.ts';
export type { InteractivePayload } from '../schemas/interactive.ts';
export type { LocationPayload } from '../schemas/location-message.ts';
export type {
  AudioPayload,
  CaptionedMediaPayload,
  DocumentPayload,
  MediaPayload,
} from '../schemas/media-message.ts';
export {
  validateMessage,
  type MessageContent,
  type MessageEnvelope,
  type MessagePayload,
} from '../schemas/message.ts';
export type { OrderAmount, OrderDetails, OrderItem, OrderStatus } from '../schemas/order.ts';
export type { PinPayload } from '../schemas/pin-message.ts';
export type { ReactionPayload } from '../schemas/reaction-message.ts';
export type { TemplateButtonAction, TemplateButtonParameter } from '../schemas/template-button.ts';
export type {
  TemplateButtonKind,
  TemplateCardComponent,
  TemplateComponent,
  TemplatePayload,
} from '../schemas/template-message.ts';
export type { TemplateHeaderMedia, TemplateParameter } from '../schemas/template-parameter.ts';
export type { TextPayload } from '../schemas/text-message.ts';
