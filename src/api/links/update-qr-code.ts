import { UsageError } from '../../errors/usage-error.ts';
import { validateQrCodeChange } from '../../schemas/qr-code.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';
import { type QrCode, qrCodeShape } from './create-qr-code.ts';

/** Parameters of `updateQrCode`. */
export interface UpdateQrCodeParams extends NumberTarget {
  /** The code: 14 letters and digits, the end of the link. */
  readonly code: string;
  /** The text that is filled into the customer's text field: 1 to 140 characters. */
  readonly prefilledMessage: string;
}

/**
 * Changes the text behind a QR code. The printed code and the link stay the same.
 *
 * Source: Meta, "QR codes and short links".
 *
 * @example
 * await updateQrCode(client, { code: '4O4YGZEG3RIVE1', prefilledMessage: 'Cyber Tuesday' }); // { code: '4O4YGZEG3RIVE1', … }
 */
export async function updateQrCode(
  client: Client,
  { phoneNumberId, ...qrCode }: UpdateQrCodeParams,
  options?: CallOptions,
): Promise<QrCode> {
  const issues = validateQrCodeChange(qrCode);
  if (issues.length > 0) throw new UsageError({ summary: 'The QR code breaks a limit.', issues });
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getPhoneNumberId(client, { phoneNumberId })}/message_qrdls`,
      body: jsonBody({ code: qrCode.code, prefilled_message: qrCode.prefilledMessage }),
      idempotency: 'unsafe',
      parse: parseResponse<QrCode>(qrCodeShape),
    },
    options,
  );
}
