import {
  type ChangeContext,
  type Emit,
  type EventBase,
  type RawObject,
  type UnknownEvent,
  readId,
  readTime,
} from './base.ts';
import { type ValueParts, readValue } from './readers.ts';

/** What every template webhook holds. The id is a number here and text in the API; where it is too large for a number it is kept as text. */
export interface RawTemplate {
  readonly message_template_id?: number | string | undefined;
  readonly message_template_name: string;
  readonly message_template_language?: string | undefined;
}

/** What the events about templates have in common. */
export interface TemplateBase<Kind extends string, Raw> extends EventBase<Kind, RawTemplate & Raw> {
  readonly at: number | undefined;
  readonly templateId: string | undefined;
  readonly name: string;
  readonly language: string | undefined;
}

/** The verdict on a template as Meta sends it. */
export interface RawTemplateStatus {
  readonly event: string;
  readonly reason?: string | null | undefined;
  readonly message_template_category?: string | undefined;
  readonly disable_info?: { readonly disable_date?: string | number | undefined } | undefined;
  readonly other_info?:
    { readonly title?: string | undefined; readonly description?: string | undefined } | undefined;
  readonly rejection_info?:
    { readonly reason?: string | undefined; readonly recommendation?: string | undefined } | undefined;
}

/**
 * A template was approved, rejected, paused, disabled, …
 *
 * Source: Meta, "message_template_status_update webhook reference".
 */
export interface TemplateStatusEvent extends TemplateBase<'templateStatus', RawTemplateStatus> {
  readonly status:
    | 'APPROVED'
    | 'ARCHIVED'
    | 'DELETED'
    | 'DISABLED'
    | 'FLAGGED'
    | 'IN_APPEAL'
    | 'LIMIT_EXCEEDED'
    | 'LOCKED'
    | 'PAUSED'
    | 'PENDING'
    | 'PENDING_DELETION'
    | 'REINSTATED'
    | 'REJECTED'
    | 'UNARCHIVED'
    | (string & {});
  /** Why it was rejected or paused; `undefined` where Meta says `NONE`. */
  readonly reason: string | undefined;
  readonly category: string | undefined;
}

/** A change of quality as Meta sends it. */
export interface RawTemplateQuality {
  readonly previous_quality_score?: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN' | (string & {}) | undefined;
  readonly new_quality_score: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN' | (string & {});
}

/**
 * The quality of a template changed.
 *
 * Source: Meta, "message_template_quality_update webhook reference".
 */
export interface TemplateQualityEvent extends TemplateBase<'templateQuality', RawTemplateQuality> {
  readonly quality: RawTemplateQuality['new_quality_score'];
  readonly previousQuality: RawTemplateQuality['previous_quality_score'];
}

/** New components as Meta sends them. */
export interface RawTemplateComponents {
  readonly message_template_title?: string | undefined;
  /** The body. */
  readonly message_template_element?: string | undefined;
  readonly message_template_footer?: string | undefined;
  readonly message_template_buttons?:
    | readonly {
        readonly message_template_button_type?: string | undefined;
        readonly message_template_button_text?: string | undefined;
        readonly message_template_button_url?: string | undefined;
        readonly message_template_button_phone_number?: string | undefined;
      }[]
    | undefined;
}

/**
 * A template was edited; `raw` holds its new text.
 *
 * Source: Meta, "message_template_components_update webhook reference".
 */
export type TemplateComponentsEvent = TemplateBase<'templateComponents', RawTemplateComponents>;

/** A change of category as Meta sends it: announced (with `correct_category`) or done (with `previous_category`). */
export interface RawTemplateCategory {
  readonly previous_category?: string | undefined;
  /** The category that the template has now, also where a change is only announced. */
  readonly new_category?: string | undefined;
  readonly correct_category?: string | undefined;
  /** Seconds since 1970. */
  readonly category_update_timestamp?: number | string | undefined;
}

/**
 * Meta moves a template to another category, which changes its price: `impending` says that it will, `completed` that it did.
 *
 * Source: Meta, "template_category_update webhook reference".
 */
export interface TemplateCategoryEvent extends TemplateBase<'templateCategory', RawTemplateCategory> {
  readonly stage: 'impending' | 'completed';
  /** The category before the change. */
  readonly from: string | undefined;
  /** The category after it. */
  readonly to: string | undefined;
  /** When an impending change happens. */
  readonly changesAt: number | undefined;
}

/** A doubted category as Meta sends it. */
export interface RawTemplateCategoryDetection {
  readonly category?: string | undefined;
  readonly correct_category?: string | undefined;
}

/**
 * Meta holds that a template belongs to another category (Direct Send).
 *
 * Source: Meta, "Direct Send".
 */
export interface TemplateCategoryDetectionEvent extends TemplateBase<
  'templateCategoryDetection',
  RawTemplateCategoryDetection
> {
  readonly category: string | undefined;
  readonly correctCategory: string | undefined;
}

/** A reader for values about one template. */
const readTemplate = <Event extends TemplateBase<string, object>>(
  kind: Event['kind'],
  keys: readonly (keyof Event['raw'] & string)[],
  build: (value: Event['raw'] & RawObject) => Omit<ValueParts<Event>, 'templateId' | 'name' | 'language'>,
) =>
  readValue<Event>(
    kind,
    ['message_template_name', ...keys],
    (value) =>
      ({
        templateId: readId(value.message_template_id),
        name: value.message_template_name,
        language: value.message_template_language,
        ...build(value),
      }) as ValueParts<Event>,
  );

const readStatus = readTemplate<TemplateStatusEvent>('templateStatus', ['event'], (value) => ({
  status: value.event,
  reason: value.reason === 'NONE' ? undefined : (value.reason ?? undefined),
  category: value.message_template_category,
}));
const readQuality = readTemplate<TemplateQualityEvent>('templateQuality', ['new_quality_score'], (value) => ({
  quality: value.new_quality_score,
  previousQuality: value.previous_quality_score,
}));

/** The fields about templates. One of Meta's examples shows a quality update under the name of the status update. */
export const templateFields = {
  message_template_status_update: (
    value: RawObject,
    change: ChangeContext,
    emit: Emit<TemplateStatusEvent | TemplateQualityEvent | UnknownEvent>,
  ): void => (typeof value['event'] === 'string' ? readStatus : readQuality)(value, change, emit),
  message_template_quality_update: readQuality,
  message_template_components_update: readTemplate<TemplateComponentsEvent>(
    'templateComponents',
    [],
    () => ({}),
  ),
  template_category_update: readTemplate<TemplateCategoryEvent>('templateCategory', [], (value) => {
    const { previous_category: previous, new_category: current, correct_category: correct } = value;
    return {
      stage: correct === undefined ? 'completed' : 'impending',
      from: correct === undefined ? previous : current,
      to: correct ?? current,
      changesAt: readTime(value.category_update_timestamp),
    };
  }),
  template_correct_category_detection: readTemplate<TemplateCategoryDetectionEvent>(
    'templateCategoryDetection',
    [],
    (value) => ({ category: value.category, correctCategory: value.correct_category }),
  ),
};
