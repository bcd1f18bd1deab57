import { UsageError } from '../../errors/usage-error.ts';
import { validateNewQrCode } from '../../schemas/qr-code.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** A short link and QR code of a business phone number. */
export interface QrCode {
  /** 14 letters and digits; the end of the link. */
  readonly code: string;
  /** The text that is filled into the customer's text field. */
  readonly prefilled_message: string;
  /** `https://wa.me/message/<code>`. */
  readonly deep_link_url: string;
  /** Where the image is, when one was asked for. */
  readonly qr_image_url?: string | undefined;
}

/** A new QR code. */
export interface CreateQrCodeParams extends NumberTarget {
  /** The text that is filled into the customer's text field: 1 to 140 characters. */
  readonly prefilledMessage: string;
  /** Asks Meta to draw the image. Without it draw one yourself: `renderQrSvg`. */
  readonly imageFormat?: 'PNG' | 'SVG' | undefined;
}

/** What every reply about a QR code holds. */
export const qrCodeShape = { code: 'string', prefilled_message: 'string', deep_link_url: 'string' } as const;

/**
 * Creates a short link with its QR code. A number can have 2,000 of them; the text can be changed later without printing it again.
 *
 * Source: Meta, "QR codes and short links".
 *
 * @example
 * await createQrCode(client, { prefilledMessage: 'Cyber Monday', imageFormat: 'SVG' });
 * // { code: '4O4YGZEG3RIVE1', deep_link_url: 'https://wa.me/message/4O4YGZEG3RIVE1', qr_image_url: 'https://…', … }
 */
export async function createQrCode(
  client: Client,
  { phoneNumberId, ...qrCode }: CreateQrCodeParams,
  options?: CallOptions,
): Promise<QrCode> {
  const issues = validateNewQrCode(qrCode);
  if (issues.length > 0) throw new UsageError({ summary: 'The QR code breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/message_qrdls`,
      body: jsonBody({ prefilled_message: qrCode.prefilledMessage, generate_qr_image: qrCode.imageFormat }),
      idempotency: 'unsafe',
      parse: parseResponse<QrCode>(qrCodeShape),
    },
    options,
  );
}
