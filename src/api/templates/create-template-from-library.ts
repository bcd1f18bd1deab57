import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import { type CreatedTemplate, createdShape } from '../../templates/template.ts';

/** The values that one button of a library template needs, in Meta's spelling. */
export interface LibraryButtonInput {
  readonly type:
    'QUICK_REPLY' | 'URL' | 'PHONE_NUMBER' | 'OTP' | 'MPM' | 'CATALOG' | 'FLOW' | 'VOICE_CALL' | 'APP';
  readonly phone_number?: string | undefined;
  readonly url?: { readonly base_url: string; readonly url_suffix_example?: string | undefined } | undefined;
  readonly otp_type?: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP' | undefined;
  readonly zero_tap_terms_accepted?: boolean | undefined;
  readonly supported_apps?:
    readonly { readonly package_name: string; readonly signature_hash: string }[] | undefined;
}

/** What a library template may add to its body, in Meta's spelling. */
export interface LibraryBodyInputs {
  readonly add_contact_number?: boolean | undefined;
  readonly add_learn_more_link?: boolean | undefined;
  readonly add_security_recommendation?: boolean | undefined;
  readonly add_track_package_link?: boolean | undefined;
  readonly code_expiration_minutes?: number | undefined;
}

/** Parameters of `createTemplateFromLibrary`. */
export interface CreateTemplateFromLibraryParams extends WabaTarget {
  /** The name that your template gets: up to 512 of a to z, 0 to 9 and `_`. */
  readonly name: string;
  /** The language of the library template, as Meta codes it: `en_US`. */
  readonly language: string;
  /** The exact name in the library. */
  readonly libraryTemplateName: string;
  /** What the buttons need from you, such as the URL they open. Required if the library template has such buttons. */
  readonly buttonInputs?: readonly LibraryButtonInput[] | undefined;
  /** Optional sentences that Meta may add to the text, such as a contact number. Default: none. */
  readonly bodyInputs?: LibraryBodyInputs | undefined;
  /** The category of the new template. Default: `UTILITY`, as Meta's page requires. */
  readonly category?: 'UTILITY' | 'AUTHENTICATION' | undefined;
}

/**
 * Creates a template from Meta's library. It is approved at once, because its text is Meta's.
 *
 * Source: Meta, "Template library", creating templates.
 *
 * @example
 * await createTemplateFromLibrary(client, {
 *   name: 'my_delivery_update',
 *   language: 'en_US',
 *   libraryTemplateName: 'delivery_update_1',
 *   buttonInputs: [{ type: 'URL', url: { base_url: 'https://shop.example/{{1}}', url_suffix_example: 'https://shop.example/17' } }],
 * }); // { id: '…', status: 'APPROVED', category: 'UTILITY' }
 */
export async function createTemplateFromLibrary(
  client: Client,
  params: CreateTemplateFromLibraryParams,
  options?: CallOptions,
): Promise<CreatedTemplate> {
  const {
    wabaId,
    name,
    language,
    category = 'UTILITY',
    libraryTemplateName,
    buttonInputs,
    bodyInputs,
  } = params;
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/message_templates`,
      body: jsonBody({
        name,
        language,
        category,
        library_template_name: libraryTemplateName,
        library_template_button_inputs: buttonInputs,
        library_template_body_inputs: bodyInputs,
      }),
      idempotency: 'unsafe',
      parse: parseResponse<CreatedTemplate>(createdShape),
    },
    options,
  );
}
