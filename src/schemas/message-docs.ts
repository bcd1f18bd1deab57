// DATA. Meta's page for each kind of message. Source: Meta's documentation tree (mirror of December 2025). Confidence: high.
import { docsRoot } from '../shared/meta.ts';

const pages: Readonly<Record<string, string>> = {
  text: 'messages/text-messages',
  image: 'messages/image-messages',
  video: 'messages/video-messages',
  audio: 'messages/audio-messages',
  document: 'messages/document-messages',
  sticker: 'messages/sticker-messages',
  location: 'messages/location-messages',
  contacts: 'messages/contacts-messages',
  reaction: 'messages/reaction-messages',
  pin: 'groups/groups-messaging',
  template: 'messages/template-messages',
  button: 'messages/interactive-reply-buttons-messages',
  list: 'messages/interactive-list-messages',
  cta_url: 'messages/interactive-cta-url-messages',
  location_request_message: 'messages/location-request-messages',
  carousel: 'messages/interactive-media-carousel-messages',
  address_message: 'messages/address-messages',
  flow: 'flows/guides/sendingaflow',
  product: 'catalogs/sell-products-and-services/share-products',
  product_list: 'catalogs/sell-products-and-services/share-products',
  catalog_message: 'catalogs/sell-products-and-services/share-products',
  voice_call: 'calling/call-button-messages-deep-links',
  call_permission_request: 'calling/user-call-permissions',
  order_details: 'payments/payments-br/orders',
  order_status: 'payments/payments-br/orders',
  read: 'messages/mark-message-as-read',
};

/** Meta's page for a message `type` or `interactive.type`; its page on sending for all others. */
export const messageDocs = (kind: string): string =>
  `${docsRoot}/${(Object.hasOwn(pages, kind) && pages[kind]) || 'messages/send-messages'}`;
