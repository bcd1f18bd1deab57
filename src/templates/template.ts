import type { TemplateComponentPayload } from './payload.ts';

/** Where a template stands in its life. Only `APPROVED` can be sent. */
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

/** A template as Meta keeps it. Fields that Meta leaves out are missing. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly status: TemplateStatus;
  /** `MARKETING`, `UTILITY` or `AUTHENTICATION`: what it costs, which may differ from what was asked for. */
  readonly category: string;
  readonly components: readonly TemplateComponentPayload[];
  readonly previous_category?: string | undefined;
  /** The category that Meta thinks right, where it differs. */
  readonly correct_category?: string | undefined;
  /** `NAMED` or `POSITIONAL`. */
  readonly parameter_format?: string | undefined;
  /** `GREEN`, `YELLOW`, `RED` or `UNKNOWN`. */
  readonly quality_score?:
    { readonly score?: string | undefined; readonly date?: number | undefined } | undefined;
  /** `NONE`, or why review rejected it. */
  readonly rejected_reason?: string | undefined;
  readonly sub_category?: string | undefined;
  readonly cta_url_link_tracking_opted_out?: boolean | undefined;
  readonly message_send_ttl_seconds?: number | undefined;
  /** Set when it was made from the template library: its texts are then fixed. */
  readonly library_template_name?: string | undefined;
  readonly last_updated_time?: string | undefined;
}

/** What reading a template asks for. Source: Meta, "Template API", fields. */
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

/** What a creation answers: Meta may have chosen another category than the one asked for. */
export interface CreatedTemplate {
  readonly id: string;
  /** `PENDING`, `APPROVED` or `REJECTED`. */
  readonly status: TemplateStatus;
  readonly category: string;
}

export const createdShape = { id: 'string', status: 'string', category: 'string' } as const;
