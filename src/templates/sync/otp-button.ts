import type { TemplateButtonPayload } from '../payload.ts';

type SupportedApps = NonNullable<TemplateButtonPayload['supported_apps']>;

/** What a button of an authentication template tells about the code that it carries. */
export interface OtpButton {
  /** `copy_code`, `one_tap` or `zero_tap`. Missing if Meta's URL does not name it. */
  readonly otpType?: string | undefined;
  /** The Android apps that receive the code, as far as they are named. */
  readonly apps?: SupportedApps | undefined;
}

const otpAddress = /^https:\/\/(?:www\.)?whatsapp\.com\/otp\//;

/**
 * Returns the OTP button behind a button, or undefined if it is another one. Meta returns an OTP button as a `URL` button whose address
 * holds its type and its app. Source: Meta, "Authentication templates", the replies in its examples.
 */
export function readOtpButton(button: TemplateButtonPayload): OtpButton | undefined {
  const url = button.url ?? '';
  const query = URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
  const otpType = (button.otp_type ?? query.get('otp_type') ?? undefined)?.toLowerCase();
  const isOtp = button.type.toLowerCase() === 'otp' || otpType !== undefined || otpAddress.test(url);
  if (!isOtp) return undefined;
  const [packageName, signatureHash] = [query.get('package_name'), query.get('signature_hash')];
  const apps =
    button.supported_apps ??
    (packageName === null || signatureHash === null
      ? undefined
      : [{ package_name: packageName, signature_hash: signatureHash }]);
  return { otpType, apps };
}
