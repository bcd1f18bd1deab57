import type { TemplateComponentPayload, TemplateOptimizationPayload } from './payload.ts';

/** The status of a template. Only `APPROVED` can be sent. */
export type TemplateStatus =
  | 'PENDING'
  | 'APPROVED'
  | 'REJECTED'
  | 'PAUSED'
  | 'DISABLED'
  | 'IN_APPEAL'
  | 'PENDING_DELETION'
  | 'DELETED'
  | 'LIMIT_EXCEEDED'
  | 'ARCHIVED'
  | 'LOCKED'
  | 'FLAGGED'
  | (string & Record<never, never>);

/** A template as Meta's API returns it. Fields that Meta omits are `undefined`. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly status: TemplateStatus;
  /** `MARKETING`, `UTILITY` or `AUTHENTICATION`: the category that it is billed as, which may differ from the requested one. */
  readonly category: string;
  readonly components: readonly TemplateComponentPayload[];
  readonly previous_category?: string | undefined;
  /** The category that Meta considers correct, if it differs. */
  readonly correct_category?: string | undefined;
  /** `NAMED` or `POSITIONAL`. */
  readonly parameter_format?: string | undefined;
  /** `GREEN`, `YELLOW`, `RED` or `UNKNOWN`. */
  readonly quality_score?:
    { readonly score?: string | undefined; readonly date?: number | undefined } | undefined;
  /** The reason of the rejection, or `NONE`. */
  readonly rejected_reason?: string | undefined;
  readonly sub_category?: string | undefined;
  readonly cta_url_link_tracking_opted_out?: boolean | undefined;
  /** The max price; `undefined` for a template that is priced by the rate card. */
  readonly optimization_spec?: TemplateOptimizationPayload | undefined;
  readonly message_send_ttl_seconds?: number | undefined;
  /** The name in the template library, if it was created from it; its texts are then fixed. */
  readonly library_template_name?: string | undefined;
  readonly last_updated_time?: string | undefined;
}

/** The fields that are requested when a template is read. Source: Meta, "Template API", fields. */
export const templateFields = [
  'id',
  'name',
  'language',
  'status',
  'category',
  'components',
  'previous_category',
  'correct_category',
  'parameter_format',
  'quality_score',
  'rejected_reason',
  'sub_category',
  'cta_url_link_tracking_opted_out',
  'optimization_spec',
  'message_send_ttl_seconds',
  'library_template_name',
  'last_updated_time',
] as const satisfies readonly (keyof Template)[];

/** The parts of a template that operations rely on. */
export const templateShape = {
  id: 'string',
  name: 'string',
  language: 'string',
  status: 'string',
  category: 'string',
  components: 'array',
} as const;

/** The reply to a creation. Meta may have chosen another category than the requested one. */
export interface CreatedTemplate {
  readonly id: string;
  /** `PENDING`, `APPROVED` or `REJECTED`. */
  readonly status: TemplateStatus;
  readonly category: string;
}

export const createdShape = { id: 'string', status: 'string', category: 'string' } as const;
