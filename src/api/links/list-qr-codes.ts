import { textOf } from '../../shared/text-of.ts';
import type { ListParams, NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';
import { type QrCode, qrCodeShape } from './create-qr-code.ts';

/** Parameters of `listQrCodes`. */
export interface ListQrCodesParams extends NumberTarget, ListParams {
  /** Also gives the URL of each image, in this format. */
  readonly imageFormat?: 'PNG' | 'SVG' | undefined;
}

/**
 * Lists the QR codes of a phone number.
 *
 * Source: Meta, "QR codes and short links".
 *
 * @example
 * for await (const { deep_link_url } of listQrCodes(client)) console.log(deep_link_url); // https://wa.me/message/4O4YGZEG3RIVE1 …
 */
export async function* listQrCodes(
  client: Client,
  params: ListQrCodesParams = {},
  options?: CallOptions,
): AsyncGenerator<QrCode, void, undefined> {
  const { limit, imageFormat } = params;
  const fields = [
    'code',
    'prefilled_message',
    'deep_link_url',
    `qr_image_url.format(${textOf(imageFormat)})`,
  ];
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/message_qrdls`,
      query: { fields: imageFormat && fields, limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<QrCode>>({ data: [qrCodeShape] }),
    }),
    options,
  );
}
