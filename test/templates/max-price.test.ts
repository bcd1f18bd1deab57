import { describe, expect, test } from 'vitest';
import {
  planTemplates,
  templateModule,
  toCreatePayload,
  toTemplateDefinition,
  validateTemplate,
  type Template,
  type TemplateDefinition,
} from '../../src/templates/index.ts';
import { templateFields } from '../../src/templates/template.ts';

const hour = 3_600_000;
const now = 1_795_000_000_000;

const sale = (bidAmount: number | undefined, footer?: string): TemplateDefinition => ({
  name: 'sale',
  language: 'en',
  category: 'marketing',
  body: { text: 'Everything must go, {{name}}, and it goes today.', example: { name: 'Ana' } },
  ...(footer !== undefined && { footer: { text: footer } }),
  ...(bidAmount !== undefined && {
    optimizationSpec: { bidStrategy: 'LOWEST_COST_WITH_BID_CAP', bidAmount },
  }),
});

const remote = (definition: TemplateDefinition, status = 'APPROVED'): Template => {
  const { parameter_format, ...payload } = toCreatePayload(definition);
  return { ...payload, id: '7', status, parameter_format: parameter_format?.toUpperCase() };
};

const spec = { bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount: 87_000 };

test("default: a definition becomes Meta's optimization_spec, and comes back whole", () => {
  expect(toCreatePayload(sale(87_000)).optimization_spec).toEqual(spec);
  expect(toCreatePayload(sale(undefined))).not.toHaveProperty('optimization_spec');
  expect(toTemplateDefinition(remote(sale(87_000)))).toEqual({ definition: sale(87_000) });
  expect(toTemplateDefinition(remote(sale(undefined)))).toEqual({ definition: sale(undefined) });
  expect(templateFields).toContain('optimization_spec');
});

test('behavior: a pulled module holds the max price', () => {
  expect(templateModule([remote(sale(87_000))]).source).toContain(
    "optimizationSpec: {\n    bidStrategy: 'LOWEST_COST_WITH_BID_CAP',\n    bidAmount: 87000,\n  },",
  );
});

describe('validation', () => {
  const issues = (definition: TemplateDefinition) =>
    validateTemplate(definition).map((issue) => `${issue.path}: ${issue.rule} ${issue.severity}`);

  test.each([
    [1, []],
    [2_147_483_647, []],
    [0, ['optimizationSpec.bidAmount: bid-amount error']],
    [-1, ['optimizationSpec.bidAmount: bid-amount error']],
    [2_147_483_648, ['optimizationSpec.bidAmount: bid-amount error']],
    [1.5, ['optimizationSpec.bidAmount: shape error']],
  ])('default: a bid of %d', (bid, expected) => {
    expect(issues(sale(bid))).toEqual(expected);
  });

  test('error: a utility template has no max price', () => {
    expect(issues({ ...sale(87_000), category: 'utility' } as TemplateDefinition)).toContain(
      'optimizationSpec: marketing-only error',
    );
  });

  test('error: another strategy', () => {
    const optimizationSpec = { bidStrategy: 'HIGHEST', bidAmount: 1 };
    expect(issues({ ...sale(undefined), optimizationSpec } as never)).toEqual([
      'optimizationSpec.bidStrategy: shape error',
    ]);
  });
});

describe('plans', () => {
  const plan = (
    local: TemplateDefinition,
    account: Template,
    edits: readonly { templateId: string; at: number }[] = [],
  ) =>
    planTemplates([local], [account], { now, history: { edits } }).steps.map((step) => [
      step.action,
      ...('changes' in step
        ? step.changes.map((change) => `${change.path} ${change.remote} -> ${change.local}`)
        : []),
    ]);
  const edited = [{ templateId: '7', at: now - hour }];

  test('default: an equal max price is unchanged', () => {
    expect(plan(sale(87_000), remote(sale(87_000)))).toEqual([['unchanged']]);
  });

  test('behavior: another bid is an edit, which no limit on edits of contents blocks', () => {
    const changes = ['edit', 'optimization_spec.bid_amount 87000 -> 90000'];
    expect(plan(sale(90_000), remote(sale(87_000)), edited)).toEqual([changes]);
    expect(plan(sale(90_000, 'Bye'), remote(sale(87_000)), edited)[0]?.[0]).toBe('blocked');
    expect(plan(sale(90_000), remote(sale(87_000), 'PENDING'))[0]?.[0]).toBe('blocked');
  });

  test('behavior: a template of the rate card gets a max price', () => {
    expect(plan(sale(87_000), remote(sale(undefined)))).toEqual([
      [
        'edit',
        'optimization_spec.bid_strategy undefined -> LOWEST_COST_WITH_BID_CAP',
        'optimization_spec.bid_amount undefined -> 87000',
      ],
    ]);
  });

  test('behavior: code that says nothing of it leaves it as it is', () => {
    expect(plan(sale(undefined), remote(sale(87_000)))).toEqual([['unchanged']]);
  });
});
