import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';

/** Parameters of `previewTemplates`. */
export interface PreviewTemplatesParams extends WabaTarget {
  /** The codes of the languages to preview, such as `en_US`. Default: every language. */
  readonly languages?: readonly string[] | undefined;
  /** Adds Meta's warning not to share the code. Default: false. */
  readonly addSecurityRecommendation?: boolean | undefined;
  /** The minutes that the footer names, 1 to 90. Default: no line about the expiry. */
  readonly codeExpirationMinutes?: number | undefined;
}

/** Meta's words for an authentication template in one language. */
export interface TemplatePreview {
  readonly language: string;
  /** `*{{1}}* is your verification code. …` */
  readonly body: string;
  readonly footer?: string | undefined;
  readonly buttons?:
    readonly { readonly text: string; readonly autofill_text?: string | undefined }[] | undefined;
}

/**
 * Returns the texts that Meta writes into authentication templates, one entry per language.
 *
 * Source: Meta, "Template previews".
 *
 * @example
 * await previewTemplates(client, { languages: ['es_ES'], codeExpirationMinutes: 10 });
 * // [{ language: 'es_ES', body: 'Tu código de verificación es *{{1}}*.', footer: 'Este código caduca en 10 minutos.', … }]
 */
export async function previewTemplates(
  client: Client,
  { languages, addSecurityRecommendation, codeExpirationMinutes, ...target }: PreviewTemplatesParams = {},
  options?: CallOptions,
): Promise<readonly TemplatePreview[]> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getWabaId(client, target)}/message_template_previews`,
      query: {
        category: 'AUTHENTICATION',
        languages,
        add_security_recommendation: addSecurityRecommendation,
        code_expiration_minutes: codeExpirationMinutes,
        button_types: 'OTP',
      },
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ readonly data: readonly TemplatePreview[] }>({
          data: [{ language: 'string', body: 'string' }],
        })(reply).data,
    },
    options,
  );
}
