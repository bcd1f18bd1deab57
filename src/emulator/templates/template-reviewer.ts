import { UsageError } from '../../errors/usage-error.ts';
import type { TemplateComponentPayload } from '../../templates/payload.ts';
import type {
  TemplateCategoryName,
  TemplateQuality,
  TemplateRecord,
  TemplateStatus,
} from '../kernel/records.ts';
import { pause, setCategory, setQuality, setStatus, unpause } from './template-life.ts';
import { findTemplate } from './template-lookup.ts';
import { addTemplate } from './template-store.ts';
import type { TemplateSeed } from './template-seed.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** A template by name and language; the language may be left out while the name has only one. */
export interface TemplateName {
  readonly name: string;
  readonly language?: string | undefined;
}

/** Meta's reasons for turning a template down. */
export type RejectionReason =
  | 'ABUSIVE_CONTENT'
  | 'CATEGORY_NOT_AVAILABLE'
  | 'INCORRECT_CATEGORY'
  | 'INVALID_FORMAT'
  | 'PROMOTIONAL'
  | 'SCAM'
  | 'TAG_CONTENT_MISMATCH';

/** A template as the reviewer sees it. */
export interface EmulatorTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategoryName;
  readonly status: TemplateStatus;
  readonly quality: TemplateQuality;
  /** Why it was rejected; `NONE` otherwise. */
  readonly rejectedReason: string;
  readonly components: readonly TemplateComponentPayload[];
}

/** Meta's reviewers, at your command. Every change sends its webhook. */
export interface EmulatorTemplates {
  readonly all: readonly EmulatorTemplate[];
  /** Approves a pending template by name, or adds a whole one that is approved from the start. Gives its id. */
  approve(template: TemplateSeed | TemplateName): Promise<string>;
  /** Rejects it. Default reason: `INVALID_FORMAT`. */
  reject(template: TemplateName, reason?: RejectionReason): Promise<void>;
  /** Pauses it for 3 hours, then for 6; the third time it is disabled. */
  pause(template: TemplateName): Promise<void>;
  /** Ends a pause. */
  unpause(template: TemplateName): Promise<void>;
  /** Disables it for good. */
  disable(template: TemplateName): Promise<void>;
  /** Changes what customers' feedback says of it. */
  setQuality(template: TemplateName, quality: TemplateQuality): Promise<void>;
  /** Meta decides that the template belongs elsewhere. Sends follow the new category. */
  changeCategory(template: TemplateName, category: TemplateCategoryName): Promise<void>;
}

export function createTemplateReviewer(
  context: EmulatorContext,
  settle: () => Promise<void>,
): EmulatorTemplates {
  const get = ({ name, language }: TemplateName): TemplateRecord => {
    const found = [...context.state.templates.values()].find(
      (template) =>
        template.name === name &&
        (language === undefined || template.language === language) &&
        template.status !== 'DELETED',
    );
    if (found) return found;
    const names = [...context.state.templates.values()].map(
      (template) => `${template.name} (${template.language})`,
    );
    throw new UsageError({
      summary: `No template has the name ${name}${language === undefined ? '' : ` in ${language}`}.`,
      details: [`Templates: ${names.join(', ') || 'none'}.`],
    });
  };
  const isSeed = (template: TemplateSeed | TemplateName): template is TemplateSeed =>
    'components' in template;
  const changed = async (
    template: TemplateName,
    change: (template: TemplateRecord) => void,
  ): Promise<void> => {
    change(get(template));
    await settle();
  };

  return {
    get all() {
      return [...context.state.templates.values()];
    },
    async approve(template) {
      const known = isSeed(template)
        ? findTemplate(context, template.name, template.language)
        : get(template);
      if (known === undefined && isSeed(template)) return addTemplate(context, template, 'APPROVED').id;
      const record = known ?? get(template);
      setStatus(context, record, 'APPROVED');
      await settle();
      return record.id;
    },
    reject: (template, reason = 'INVALID_FORMAT') =>
      changed(template, (record) => {
        setStatus(context, record, 'REJECTED', {
          rejection: {
            reason,
            why: `Rejected by hand: ${reason}.`,
            advice: 'Change the template and submit it again.',
          },
        });
      }),
    pause: (template) =>
      changed(template, (record) => {
        pause(context, record);
      }),
    unpause: (template) =>
      changed(template, (record) => {
        unpause(context, record.id);
      }),
    disable: (template) =>
      changed(template, (record) => {
        setStatus(context, record, 'DISABLED');
      }),
    setQuality: (template, quality) =>
      changed(template, (record) => {
        setQuality(context, record, quality);
      }),
    changeCategory: (template, category) =>
      changed(template, (record) => {
        setCategory(context, record, category);
      }),
  };
}
