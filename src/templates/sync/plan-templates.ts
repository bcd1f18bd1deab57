import { textOf } from '../../shared/text-of.ts';
import type { TemplateDefinition } from '../definition.ts';
import { templateLimits } from '../limits.ts';
import type { Template } from '../template.ts';
import { submissionIssues } from '../submission-issues.ts';
import { toCreatePayload } from '../to-create-payload.ts';
import type { TemplateIssue } from '../validate-template.ts';
import { changesBetween, isOptimizationOnly, type TemplateChange } from './comparable.ts';

/** What was done to templates before; `applyPlan` tells what to add. Meta does not tell it. Times are epoch milliseconds. */
export interface TemplateHistory {
  readonly edits?: readonly { readonly templateId: string; readonly at: number }[] | undefined;
  readonly deletions?:
    readonly { readonly name: string; readonly language: string; readonly at: number }[] | undefined;
}

/** How to plan. */
export interface PlanOptions {
  /** The present in epoch milliseconds. */
  readonly now: number;
  /** Makes the plan keep the limits on edits and on names that were deleted. */
  readonly history?: TemplateHistory | undefined;
  /** Deletes what the code does not have. Default: false, it is reported as unmanaged. */
  readonly prune?: boolean | undefined;
}

/** Why a step cannot be carried out now. */
export type BlockReason =
  | 'invalid'
  | 'in_review'
  | 'not_editable'
  | 'category_locked'
  | 'edit_limit_day'
  | 'edit_limit_month'
  | 'name_deleted'
  | 'not_deletable';

interface StepBase {
  readonly name: string;
  readonly language: string;
}

/** The account does not have it. */
export interface CreateStep extends StepBase {
  readonly action: 'create';
  readonly definition: TemplateDefinition;
}

/** The account has it, with other contents. */
export interface EditStep extends StepBase {
  readonly action: 'edit';
  readonly template: Template;
  readonly definition: TemplateDefinition;
  readonly changes: readonly TemplateChange[];
}

/** Only the account has it, and the plan prunes. */
export interface DeleteStep extends StepBase {
  readonly action: 'delete';
  readonly template: Template;
}

/** Both have the same, or only the account has it and the plan does not prune. */
export interface KeepStep extends StepBase {
  readonly action: 'unchanged' | 'unmanaged';
  readonly template: Template;
}

/** Something should be done and cannot. */
export interface BlockedStep extends StepBase {
  readonly action: 'blocked';
  readonly wanted: 'create' | 'edit' | 'delete';
  readonly reason: BlockReason;
  /** The reason in words. */
  readonly message: string;
  /** When it becomes possible, in epoch milliseconds, where that is known. */
  readonly until?: number | undefined;
  readonly template?: Template | undefined;
  /** What differs, for an edit. */
  readonly changes: readonly TemplateChange[];
  /** The faults, for an invalid definition. */
  readonly issues: readonly TemplateIssue[];
}

/** One template of a plan. */
export type TemplateStep = CreateStep | EditStep | DeleteStep | KeepStep | BlockedStep;

/** What to do to bring an account in step with the code. */
export interface TemplatePlan {
  /** Creations, edits, deletions, then the rest. */
  readonly steps: readonly TemplateStep[];
}

type Block = Pick<BlockedStep, 'reason' | 'message' | 'until'>;

const day = 86_400_000;
const editable = ['APPROVED', 'REJECTED', 'PAUSED'];
const inReview = ['PENDING', 'IN_APPEAL'];

function invalid(
  definition: TemplateDefinition,
): (Block & { readonly issues: readonly TemplateIssue[] }) | undefined {
  const issues = submissionIssues(definition);
  const [first] = issues;
  return first && { reason: 'invalid', message: `${first.path} ${first.message}`, issues };
}

function nameBlock(
  { name, language }: TemplateDefinition,
  remote: Template | undefined,
  { now, history }: PlanOptions,
): Block | undefined {
  const deletedAt = Math.max(
    ...(history?.deletions ?? [])
      .filter((deletion) => deletion.name === name && deletion.language === language)
      .map((deletion) => deletion.at),
  );
  const until = deletedAt + templateLimits.deletedNameDays * day;
  const message = `the name was deleted and is free again after ${templateLimits.deletedNameDays} days`;
  if (until > now) return { reason: 'name_deleted', message, until };
  return remote?.status === 'PENDING_DELETION' ? { reason: 'name_deleted', message } : undefined;
}

function editBlock(
  remote: Template,
  changes: readonly TemplateChange[],
  { now, history }: PlanOptions,
): Block | undefined {
  const { status } = remote;
  if (isOptimizationOnly(remote, changes)) return undefined;
  if (inReview.includes(status))
    return { reason: 'in_review', message: `it is ${textOf(status)}; review must end first` };
  if (!editable.includes(status))
    return {
      reason: 'not_editable',
      message: `it is ${textOf(status)}; only ${editable.join(', ')} can be edited`,
    };
  if (status !== 'APPROVED') return undefined;
  if (changes.some((change) => change.path === 'category'))
    return {
      reason: 'category_locked',
      message: `Meta has it as ${textOf(remote.category)}, and the category of an approved template stays`,
    };
  const { perDay, perMonth } = templateLimits.edits;
  const edits = (history?.edits ?? [])
    .filter((edit) => edit.templateId === remote.id)
    .map((edit) => edit.at)
    .toSorted((a, b) => b - a);
  const [last, tenth] = [edits[perDay - 1], edits[perMonth - 1]];
  if (tenth !== undefined && tenth + 30 * day > now)
    return {
      reason: 'edit_limit_month',
      message: `it was edited ${perMonth} times in 30 days`,
      until: tenth + 30 * day,
    };
  if (last !== undefined && last + day > now)
    return { reason: 'edit_limit_day', message: 'it was edited in the last 24 hours', until: last + day };
  return undefined;
}

function planOne(
  definition: TemplateDefinition,
  remote: Template | undefined,
  options: PlanOptions,
): TemplateStep {
  const base = { name: definition.name, language: definition.language };
  const blocked = (
    wanted: BlockedStep['wanted'],
    block: Block,
    changes: readonly TemplateChange[],
  ): BlockedStep => ({
    ...base,
    action: 'blocked',
    wanted,
    template: remote,
    changes,
    issues: [],
    ...block,
  });
  if (remote === undefined || ['DELETED', 'PENDING_DELETION'].includes(remote.status)) {
    const block = nameBlock(definition, remote, options) ?? invalid(definition);
    return block ? blocked('create', block, []) : { ...base, action: 'create', definition };
  }
  const broken = invalid(definition);
  if (broken?.issues.some(({ rule }) => rule === 'shape') === true) return blocked('edit', broken, []);
  const changes = changesBetween(toCreatePayload(definition), remote);
  if (changes.length === 0) return { ...base, action: 'unchanged', template: remote };
  const block = editBlock(remote, changes, options) ?? broken;
  return block
    ? blocked('edit', block, changes)
    : { ...base, action: 'edit', template: remote, definition, changes };
}

function planRest(template: Template, prune: boolean): TemplateStep {
  const base = { name: template.name, language: template.language, template };
  if (!prune) return { ...base, action: 'unmanaged' };
  if (template.status !== 'DISABLED') return { ...base, action: 'delete' };
  const message = 'it is DISABLED, and Meta does not delete disabled templates';
  return {
    ...base,
    action: 'blocked',
    wanted: 'delete',
    reason: 'not_deletable',
    message,
    changes: [],
    issues: [],
  };
}

const order: readonly TemplateStep['action'][] = [
  'create',
  'edit',
  'delete',
  'blocked',
  'unchanged',
  'unmanaged',
];

/**
 * Compares templates in code with those of an account, as a migration tool does: what to create, edit, delete, leave, and what is blocked
 * for now and why. It asks and changes nothing; `applyPlan` carries the plan out.
 *
 * What differs is named part by part, so that a change made in WhatsApp Manager, or a category that Meta moved, shows up as such.
 *
 * @example
 * const plan = planTemplates([orderUpdate], await Array.fromAsync(wa.templates.list()), { now: Date.now() });
 * plan.steps.map((step) => `${step.action} ${step.name}`); // ['create order_update']
 */
export function planTemplates(
  local: readonly TemplateDefinition[],
  remote: readonly Template[],
  options: PlanOptions,
): TemplatePlan {
  const key = ({ name, language }: StepBase): string => `${textOf(name)} ${textOf(language)}`;
  const remoteByKey = new Map(remote.map((template) => [key(template), template]));
  const localKeys = new Set(local.map(key));
  const steps = [
    ...local.map((definition) => planOne(definition, remoteByKey.get(key(definition)), options)),
    ...remote
      .filter((template) => !localKeys.has(key(template)))
      .filter((template) => !['DELETED', 'PENDING_DELETION'].includes(template.status))
      .map((template) => planRest(template, options.prune === true)),
  ];
  return { steps: steps.toSorted((a, b) => order.indexOf(a.action) - order.indexOf(b.action)) };
}
