import type { HealthStatus } from '../../schemas/health-status.ts';

/** What a Flow is for. Source: Meta, "Flows API". */
export type FlowCategory =
  | 'SIGN_UP'
  | 'SIGN_IN'
  | 'APPOINTMENT_BOOKING'
  | 'LEAD_GENERATION'
  | 'CONTACT_US'
  | 'CUSTOMER_SUPPORT'
  | 'SURVEY'
  | 'OTHER';

/** Something wrong in a Flow JSON, with its place in the text. */
export interface FlowValidationError {
  /** Such as `INVALID_PROPERTY`. */
  readonly error: string;
  readonly error_type?: string | undefined;
  readonly message: string;
  readonly line_start?: number | undefined;
  readonly line_end?: number | undefined;
  readonly column_start?: number | undefined;
  readonly column_end?: number | undefined;
}

/** A Flow. Only `id` is certain; the rest depends on the fields asked for. */
export interface Flow {
  readonly id: string;
  readonly name?: string | undefined;
  /** `DRAFT`, `PUBLISHED`, `DEPRECATED`, `BLOCKED` or `THROTTLED`. */
  readonly status?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly validation_errors?: readonly FlowValidationError[] | undefined;
  readonly json_version?: string | undefined;
  readonly data_api_version?: string | undefined;
  readonly endpoint_uri?: string | undefined;
  readonly data_channel_uri?: string | undefined;
  /** A web page that shows the Flow; its link lives 30 days. */
  readonly preview?: { readonly preview_url: string; readonly expires_at?: string | undefined } | undefined;
  readonly health_status?: HealthStatus | undefined;
  readonly application?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
  readonly whatsapp_business_account?:
    { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
}

/** The fields of a Flow. */
export type FlowField = keyof Flow;
