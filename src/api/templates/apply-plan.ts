import { checkParams } from '../../errors/check-params.ts';
import type { WabaTarget } from '../../schemas/targets.ts';
import type { CallOptions, Client } from '../../transport/transport.ts';
import { createTemplate } from './create-template.ts';
import { deleteTemplate } from './delete-template.ts';
import { editTemplate } from './edit-template.ts';
import { setTemplateOptimization } from './set-template-optimization.ts';
import { isOptimizationOnly } from '../../templates/sync/comparable.ts';
import type { TemplateOptimization } from '../../templates/definition.ts';
import type { CreatedTemplate } from '../../templates/template.ts';
import type {
  CreateStep,
  DeleteStep,
  EditStep,
  TemplateHistory,
  TemplatePlan,
  TemplateStep,
} from '../../templates/sync/plan-templates.ts';

/** How to carry a plan out. */
export interface ApplyPlanOptions extends CallOptions, WabaTarget {
  /** Calls nothing and tells what would be done. Default: false. */
  readonly dryRun?: boolean | undefined;
  /** Gives the time for the history, in epoch milliseconds. Default: the system's. */
  readonly clock?: (() => number) | undefined;
}

/** How one step went. */
export interface AppliedStep {
  readonly step: CreateStep | EditStep | DeleteStep;
  /** `planned` in a dry run. */
  readonly outcome: 'done' | 'failed' | 'planned';
  /** What Meta said of a creation; look at its category. */
  readonly created?: CreatedTemplate | undefined;
  /** Why it failed. */
  readonly error?: unknown;
}

/** How a plan went. */
export interface AppliedPlan {
  readonly steps: readonly AppliedStep[];
  /** What to add to the history that the next plan is made with: what counts against Meta's limits. */
  readonly history: {
    readonly edits: NonNullable<TemplateHistory['edits']>;
    readonly deletions: NonNullable<TemplateHistory['deletions']>;
  };
}

const isWork = (step: TemplateStep): step is CreateStep | EditStep | DeleteStep =>
  step.action === 'create' || step.action === 'edit' || step.action === 'delete';

/** The max price of a step that changes nothing else. */
function getNewOptimization({ template, definition, changes }: EditStep): TemplateOptimization | undefined {
  if (definition.category === 'authentication' || !isOptimizationOnly(template, changes)) return undefined;
  return definition.optimizationSpec;
}

async function apply(
  client: Client,
  step: CreateStep | EditStep | DeleteStep,
  options: ApplyPlanOptions,
): Promise<CreatedTemplate | undefined> {
  switch (step.action) {
    case 'create':
      return createTemplate(client, step.definition, options);
    case 'edit': {
      const spec = getNewOptimization(step);
      if (spec !== undefined) {
        await setTemplateOptimization(
          client,
          { templateId: step.template.id, optimizationSpec: spec },
          options,
        );
        return undefined;
      }
      await editTemplate(
        client,
        { templateId: step.template.id, definition: step.definition, current: step.template },
        options,
      );
      return undefined;
    }
    case 'delete':
      await deleteTemplate(
        client,
        { name: step.name, templateId: step.template.id, wabaId: options.wabaId },
        options,
      );
      return undefined;
  }
}

/**
 * Carries out a plan, step by step, and continues after a step that fails. Steps that are blocked, unchanged or unmanaged are skipped.
 *
 * An error of Meta does not reject: the step's outcome holds it. Store the `history` of the result for the next plan.
 *
 * @example
 * const { steps } = await applyPlan(client, plan, { dryRun: true });
 * steps.map(({ step, outcome }) => `${step.action} ${step.name}: ${outcome}`); // ['create order_update: planned']
 */
export async function applyPlan(
  client: Client,
  plan: TemplatePlan,
  options: ApplyPlanOptions = {},
): Promise<AppliedPlan> {
  checkParams('applyPlan', plan, { steps: 'list' });
  const { dryRun = false, clock = Date.now } = options;
  const applied: AppliedStep[] = [];
  const history = {
    edits: [] as { templateId: string; at: number }[],
    deletions: [] as { name: string; language: string; at: number }[],
  };
  for (const step of plan.steps.filter(isWork)) {
    if (dryRun) {
      applied.push({ step, outcome: 'planned' });
      continue;
    }
    try {
      const created = await apply(client, step, options);
      applied.push({ step, outcome: 'done', ...(created && { created }) });
      const at = clock();
      const isReviewed = step.action === 'edit' && getNewOptimization(step) === undefined;
      if (isReviewed && step.template.status === 'APPROVED')
        history.edits.push({ templateId: step.template.id, at });
      if (step.action === 'delete' && step.template.status !== 'REJECTED')
        history.deletions.push({ name: step.name, language: step.language, at });
    } catch (error) {
      applied.push({ step, outcome: 'failed', error });
    }
  }
  return { steps: applied, history };
}
