/** A sample for Meta's review, in the forms that the API takes and gives. */
export interface TemplateExamplePayload {
  readonly header_text?: readonly string[] | undefined;
  readonly header_text_named_params?: readonly NamedExamplePayload[] | undefined;
  readonly header_handle?: readonly string[] | undefined;
  /** An array of arrays, although one of Meta's pages prints a flat one. */
  readonly body_text?: readonly (readonly string[])[] | undefined;
  readonly body_text_named_params?: readonly NamedExamplePayload[] | undefined;
}

/** A sample for one named placeholder. */
export interface NamedExamplePayload {
  readonly param_name: string;
  readonly example: string;
}

/** A button of a template, in Meta's spelling. */
export interface TemplateButtonPayload {
  /** Upper case in replies; both cases are accepted. An OTP button comes back as `URL`. */
  readonly type: string;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly phone_number?: string | undefined;
  readonly example?: string | readonly string[] | undefined;
  readonly app_deep_link?:
    | {
        readonly meta_app_id: number | string;
        readonly android_deep_link: string;
        readonly android_fallback_playstore_url?: string | undefined;
      }
    | undefined;
  readonly flow_id?: string | number | undefined;
  readonly flow_name?: string | undefined;
  readonly flow_json?: string | undefined;
  readonly flow_action?: string | undefined;
  readonly navigate_screen?: string | undefined;
  readonly icon?: string | undefined;
  readonly ttl_minutes?: number | undefined;
  readonly otp_type?: string | undefined;
  readonly autofill_text?: string | undefined;
  readonly zero_tap_terms_accepted?: boolean | undefined;
  readonly supported_apps?:
    readonly { readonly package_name: string; readonly signature_hash: string }[] | undefined;
}

/** A component of a template, in Meta's spelling: what a creation sends and what a template read from the API holds. */
export interface TemplateComponentPayload {
  /** `HEADER`, `BODY`, `FOOTER`, `BUTTONS`, `CAROUSEL`, `LIMITED_TIME_OFFER`, `call_permission_request`; both cases are accepted. */
  readonly type: string;
  /** Of a header: `TEXT`, `IMAGE`, `VIDEO`, `DOCUMENT`, `GIF`, `LOCATION`, `PRODUCT`. */
  readonly format?: string | undefined;
  readonly text?: string | undefined;
  readonly example?: TemplateExamplePayload | undefined;
  readonly buttons?: readonly TemplateButtonPayload[] | undefined;
  readonly cards?: readonly { readonly components: readonly TemplateComponentPayload[] }[] | undefined;
  readonly limited_time_offer?:
    { readonly text: string; readonly has_expiration?: boolean | undefined } | undefined;
  readonly add_security_recommendation?: boolean | undefined;
  readonly code_expiration_minutes?: number | undefined;
}

/** The max price of a template, in Meta's spelling. */
export interface TemplateOptimizationPayload {
  /** `LOWEST_COST_WITH_BID_CAP`. */
  readonly bid_strategy: string;
  /** For 1,000 deliveries, in the smallest unit of the account's currency. */
  readonly bid_amount: number;
}

/** The body of a template's creation: `POST /{WABA_ID}/message_templates`. */
export interface TemplateCreatePayload {
  readonly name: string;
  readonly language: string;
  readonly category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
  /** Left out when the template has no placeholders. */
  readonly parameter_format?: 'named' | 'positional' | undefined;
  readonly components: readonly TemplateComponentPayload[];
  readonly message_send_ttl_seconds?: number | undefined;
  readonly sub_category?: string | undefined;
  readonly display_format?: string | undefined;
  readonly optimization_spec?: TemplateOptimizationPayload | undefined;
  readonly cta_url_link_tracking_opted_out?: boolean | undefined;
}
