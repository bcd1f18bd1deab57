export { createBareClient } from './client/create-bare-client.ts';
export { createClient, type WhatsAppClient } from './client/create-client.ts';
export type { BoundMessages, SendDefinedTemplateParams } from './client/bind-messages.ts';
export type { Operations } from './client/bind.ts';
export type { BareClientOptions, ClientOptions, Logger } from './client/options.ts';

export { ApiError, isApiError } from './errors/api-error.ts';
export { WabakitError, isWabakitError, type ErrorKind } from './errors/base-error.ts';
export type { ErrorCodeKind, RetryClass } from './errors/code-types.ts';
export { describeErrorCode, type ErrorCodeInfo } from './errors/codes.ts';
export { OutcomeUnknownError, isOutcomeUnknownError } from './errors/outcome-unknown-error.ts';
export { ResponseShapeError, isResponseShapeError } from './errors/response-shape-error.ts';
export { TransportError, isTransportError, type TransportFault } from './errors/transport-error.ts';
export { UsageError, isUsageError, type Issue } from './errors/usage-error.ts';

export { isBsuid } from './ids.ts';
export type { Bsuid, MediaId, PhoneNumberId, WabaId, WaId, Wamid } from './ids.ts';

export { addressRequest, type AddressRequestParams } from './messages/build/address-request.ts';
export { audio } from './messages/build/audio.ts';
export { buttons, type ButtonsParams } from './messages/build/buttons.ts';
export { callPermissionRequest } from './messages/build/call-permission-request.ts';
export { carousel, type CarouselCard, type CarouselParams } from './messages/build/carousel.ts';
export { catalog, type CatalogParams } from './messages/build/catalog.ts';
export { contactRequest } from './messages/build/contact-request.ts';
export { contacts } from './messages/build/contacts.ts';
export { ctaUrl, type CtaUrlParams } from './messages/build/cta-url.ts';
export { document } from './messages/build/document.ts';
export { flow, type FlowMessageParams } from './messages/build/flow.ts';
export { image } from './messages/build/image.ts';
export type { InteractiveParts } from './messages/build/interactive-parts.ts';
export { list, type ListParams } from './messages/build/list.ts';
export { locationRequest } from './messages/build/location-request.ts';
export { location } from './messages/build/location.ts';
export { orderDetails, type OrderDetailsParams } from './messages/build/order-details.ts';
export { orderStatus, type OrderStatusParams } from './messages/build/order-status.ts';
export { pin, type PinParams } from './messages/build/pin.ts';
export { productCarousel, type ProductCarouselParams } from './messages/build/product-carousel.ts';
export { productList, type ProductListParams } from './messages/build/product-list.ts';
export { product, type ProductParams } from './messages/build/product.ts';
export { reaction, type ReactionParams } from './messages/build/reaction.ts';
export { replyTo } from './messages/build/reply-to.ts';
export { sticker } from './messages/build/sticker.ts';
export { template, type TemplateParams } from './messages/build/template.ts';
export { text, type TextParams } from './messages/build/text.ts';
export { video } from './messages/build/video.ts';
export { voiceCall, type VoiceCallParams } from './messages/build/voice-call.ts';
export { markAsRead, type MarkAsReadParams } from './messages/mark-as-read.ts';
export type { SendParams, SendResult } from './messages/post-message.ts';
export type { Recipient } from './messages/recipient.ts';
export { sendAudio, type SendAudioParams } from './messages/send-audio.ts';
export { sendContacts, type SendContactsParams } from './messages/send-contacts.ts';
export { sendDocument, type SendDocumentParams } from './messages/send-document.ts';
export { sendImage, type SendImageParams } from './messages/send-image.ts';
export { sendLocation, type SendLocationParams } from './messages/send-location.ts';
export { sendMarketingMessage, type SendMarketingMessageParams } from './messages/send-marketing-message.ts';
export { sendMessage, type SendMessageParams } from './messages/send-message.ts';
export { sendReaction, type SendReactionParams } from './messages/send-reaction.ts';
export { sendSticker, type SendStickerParams } from './messages/send-sticker.ts';
export { sendTemplate, type SendTemplateParams } from './messages/send-template.ts';
export { sendText, type SendTextParams } from './messages/send-text.ts';
export { sendVideo, type SendVideoParams } from './messages/send-video.ts';
export { splitText } from './messages/split-text.ts';

export type { ContactPayload } from './schemas/contacts-message.ts';
export type { AddressPayload, AddressValues } from './schemas/interactive-address.ts';
export type {
  CallPermissionPayload,
  ContactRequestPayload,
  CtaUrlAction,
  CtaUrlPayload,
  LocationRequestPayload,
  ReplyButton,
  ReplyButtonsPayload,
  VoiceCallPayload,
} from './schemas/interactive-buttons.ts';
export type {
  CardHeader,
  CardReplyButton,
  CarouselPayload,
  MediaCard,
  ProductCard,
} from './schemas/interactive-carousel.ts';
export type { FlowParameters, FlowPayload } from './schemas/interactive-flow.ts';
export type { ListPayload, ListRow, ListSection } from './schemas/interactive-list.ts';
export type { OrderDetailsPayload, OrderStatusPayload } from './schemas/interactive-order.ts';
export type {
  InteractiveBase,
  InteractiveHeader,
  InteractiveText,
  TextHeader,
} from './schemas/interactive-parts.ts';
export type {
  CatalogPayload,
  ProductListPayload,
  ProductPayload,
  ProductSection,
} from './schemas/interactive-products.ts';
export type { InteractivePayload } from './schemas/interactive.ts';
export type { LocationPayload } from './schemas/location-message.ts';
export type {
  AudioPayload,
  CaptionedMediaPayload,
  DocumentPayload,
  MediaPayload,
} from './schemas/media-message.ts';
export {
  validateMessage,
  type MessageContent,
  type MessageEnvelope,
  type MessagePayload,
} from './schemas/message.ts';
export type { OrderAmount, OrderDetails, OrderItem, OrderStatus } from './schemas/order.ts';
export type { PinPayload } from './schemas/pin-message.ts';
export type { ReactionPayload } from './schemas/reaction-message.ts';
export type { TemplateButtonAction, TemplateButtonParameter } from './schemas/template-button.ts';
export type {
  TemplateButtonKind,
  TemplateCardComponent,
  TemplateComponent,
  TemplatePayload,
} from './schemas/template-message.ts';
export type { TemplateHeaderMedia, TemplateParameter } from './schemas/template-parameter.ts';
export type { TextPayload } from './schemas/text-message.ts';

export { appSecretProof } from './transport/app-secret-proof.ts';
export type { TryReport } from './transport/http.ts';
export type { Outcome } from './transport/outcome.ts';
export type { RetryOptions } from './transport/retry.ts';
export {
  bytesBody,
  formBody,
  jsonBody,
  multipartBody,
  paginate,
  path,
  shaped,
  streamBody,
  type Bound,
  type CallClass,
  type CallOptions,
  type Client,
  type ClientConfig,
  type Endpoint,
  type Page,
  type Query,
  type Reply,
  type RequestBody,
  type Shape,
  type Transport,
} from './transport/transport.ts';
export { defaultApiVersion } from './version.ts';

export * from './account/index.ts';
export * from './blocked-users/index.ts';
export * from './business-profile/index.ts';
export * from './calls/index.ts';
export * from './commerce/index.ts';
export * from './flows/operations/index.ts';
export * from './graph/index.ts';
export * from './groups/index.ts';
export * from './links/index.ts';
export * from './media/index.ts';
export * from './official-account/index.ts';
export * from './payments/index.ts';
export * from './phone-numbers/index.ts';
export * from './routing/index.ts';
export * from './templates/operations/index.ts';
