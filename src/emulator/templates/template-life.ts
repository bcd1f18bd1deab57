import { getRejection, type Rejection } from './template-review.ts';
import type { JsonObject } from '../kernel/json.ts';
import type {
  TemplateCategoryName,
  TemplateQuality,
  TemplateRecord,
  TemplateStatus,
} from '../kernel/records.ts';
import { getButtons, getComponent } from './template-lookup.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const hour = 3_600_000;
// Meta, "Template pausing": 3 hours, then 6, then disabled for good.
const pauseLengths = [3 * hour, 6 * hour];

const named = (template: TemplateRecord): JsonObject => ({
  message_template_id: Number(template.id),
  message_template_name: template.name,
  message_template_language: template.language,
});

function touch(context: EmulatorContext, template: TemplateRecord): void {
  template.updatedAt = context.now();
  context.emit({ kind: 'template', at: context.now(), templateId: template.id });
}

/** Gives a template a status and tells the business. */
export function setStatus(
  context: EmulatorContext,
  template: TemplateRecord,
  status: TemplateStatus,
  more: { readonly event?: string; readonly rejection?: Rejection; readonly other?: JsonObject } = {},
): void {
  template.status = status;
  template.rejectedReason = more.rejection?.reason ?? 'NONE';
  touch(context, template);
  context.notify({
    field: 'message_template_status_update',
    value: {
      event: more.event ?? status,
      ...named(template),
      reason: template.rejectedReason,
      message_template_category: template.category,
      ...(more.rejection === undefined
        ? {}
        : { rejection_info: { reason: more.rejection.why, recommendation: more.rejection.advice } }),
      ...more.other,
    },
  });
}

/** Reviews a pending template by Meta's published reasons. */
export function review(context: EmulatorContext, templateId: string): void {
  const template = context.state.templates.get(templateId);
  if (template?.status !== 'PENDING') return;
  const rejection = getRejection(template);
  if (rejection) setStatus(context, template, 'REJECTED', { rejection });
  else setStatus(context, template, 'APPROVED');
}

/** Pauses a template for its quality: 3 hours, 6 hours, and the third time it is disabled. */
export function pause(context: EmulatorContext, template: TemplateRecord): void {
  const length = pauseLengths[template.pauses];
  template.pauses += 1;
  if (length === undefined) {
    setStatus(context, template, 'DISABLED', {
      other: { disable_info: { disable_date: Math.floor(context.now() / 1000) } },
    });
    return;
  }
  const title = template.pauses === 1 ? 'FIRST_PAUSE' : 'SECOND_PAUSE';
  const description = `Your WhatsApp message template has been paused for ${length / hour} hours because it had issues.`;
  setStatus(context, template, 'PAUSED', { other: { other_info: { title, description } } });
  context.schedule(length, { kind: 'unpause', templateId: template.id });
}

/** Ends a pause. */
export function unpause(context: EmulatorContext, templateId: string): boolean {
  const template = context.state.templates.get(templateId);
  if (template?.status !== 'PAUSED') return false;
  setStatus(context, template, 'APPROVED');
  return true;
}

/** Changes what customers' feedback says of a template. */
export function setQuality(
  context: EmulatorContext,
  template: TemplateRecord,
  quality: TemplateQuality,
): void {
  const previous = template.quality;
  template.quality = quality;
  touch(context, template);
  context.notify({
    field: 'message_template_quality_update',
    value: { previous_quality_score: previous, new_quality_score: quality, ...named(template) },
  });
}

/** Moves a template to the category that Meta thinks right. */
export function setCategory(
  context: EmulatorContext,
  template: TemplateRecord,
  category: TemplateCategoryName,
): void {
  template.previousCategory = template.category;
  template.category = category;
  touch(context, template);
  context.notify({
    field: 'template_category_update',
    value: { ...named(template), previous_category: template.previousCategory, new_category: category },
  });
}

/** Tells the business that a template's texts were changed. */
export function announceComponents(context: EmulatorContext, template: TemplateRecord): void {
  touch(context, template);
  const text = (type: string): string | undefined => getComponent(template.components, type)?.text;
  const [title, footer] = [text('HEADER'), text('FOOTER')];
  const buttons = getButtons(template.components);
  context.notify({
    field: 'message_template_components_update',
    value: {
      ...named(template),
      ...(title === undefined ? {} : { message_template_title: title }),
      message_template_element: text('BODY') ?? '',
      ...(footer === undefined ? {} : { message_template_footer: footer }),
      ...(buttons.length === 0
        ? {}
        : {
            message_template_buttons: buttons.map((button) => ({
              message_template_button_type: button.type.toUpperCase(),
              message_template_button_text: button.text,
              message_template_button_url: button.url,
              message_template_button_phone_number: button.phone_number,
            })),
          }),
    },
  });
}
