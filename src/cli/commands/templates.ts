import { format } from 'node:util';
import type { Command } from 'commander';
import { createClient, isWabakitError, type WhatsAppClient } from 'wabakit';
import {
  planTemplates,
  validateTemplates,
  type Template,
  type TemplateIssue,
  type TemplateStep,
} from 'wabakit/templates';
import { required } from '../environment.ts';
import type { CliIo } from '../io.ts';
import { addToHistory, loadDefinitions, readHistory } from './template-files.ts';
import { joinWords } from '../line.ts';
import { writeFiles } from '../write-files.ts';

interface CommonOptions {
  readonly json?: boolean;
  readonly baseUrl?: string;
}

interface PlanOptions extends CommonOptions {
  readonly prune?: boolean;
  readonly history?: string;
}

function connect(io: CliIo, options: CommonOptions): WhatsAppClient {
  const baseUrl = options.baseUrl ?? io.env['WHATSAPP_BASE_URL'];
  return createClient({
    accessToken: required(io, 'WHATSAPP_ACCESS_TOKEN'),
    wabaId: required(io, 'WHATSAPP_WABA_ID'),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
}

async function listAll(client: WhatsAppClient): Promise<readonly Template[]> {
  const templates: Template[] = [];
  for await (const template of client.templates.list({ limit: 100 })) templates.push(template);
  return templates;
}

const print = (io: CliIo, options: CommonOptions, value: unknown, lines: readonly string[]): void => {
  if (options.json === true) io.out(JSON.stringify(value, null, 2));
  else for (const line of lines) io.out(line);
};

async function lint(
  io: CliIo,
  files: readonly string[],
  options: CommonOptions & { readonly strict?: boolean },
) {
  const found = await loadDefinitions(files);
  const issues = validateTemplates(found.map(({ definition }) => definition)).map((issue) => {
    const [, index = '', path = ''] = /^\[(\d+)\]\.(.*)$/s.exec(issue.path) ?? [];
    const { file, definition } = found[Number(index)] ?? {};
    return { ...issue, path, file, name: definition?.name, language: definition?.language };
  });
  const line = (issue: TemplateIssue & { file?: string; name?: string; language?: string }): string =>
    joinWords([
      `${issue.severity === 'error' ? 'error  ' : 'warning'} ${issue.file ?? ''}: ${issue.name ?? ''} (${issue.language ?? ''}) ${issue.path}: ${issue.message} [${issue.rule}]`,
    ]);
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  const summary = `${found.length} templates, ${errors} errors, ${issues.length - errors} warnings`;
  print(io, options, { templates: found.length, issues }, [...issues.map(line), summary]);
  if (errors > 0 || (options.strict === true && issues.length > 0)) io.fail(1);
}

function stepLines(step: TemplateStep): readonly string[] {
  const title = `${step.action.padEnd(9)} ${step.name} (${step.language})`;
  const changes = 'changes' in step ? step.changes : [];
  const until =
    'until' in step && step.until !== undefined ? `, until ${new Date(step.until).toISOString()}` : '';
  const why = step.action === 'blocked' ? ` ${step.wanted}: ${step.message}${until}` : '';
  return [
    joinWords([title + why]),
    ...changes.map(({ path, local = '(none)', remote = '(none)' }) =>
      joinWords([`            ${path}: ${JSON.stringify(remote)} at Meta, ${JSON.stringify(local)} here`]),
    ),
  ];
}

async function makePlan(io: CliIo, client: WhatsAppClient, files: readonly string[], options: PlanOptions) {
  const found = await loadDefinitions(files);
  const history = options.history === undefined ? {} : await readHistory(options.history);
  const plan = planTemplates(
    found.map(({ definition }) => definition),
    await listAll(client),
    { now: Date.now(), history, prune: options.prune },
  );
  return { plan, history };
}

const inStep = (step: TemplateStep): boolean => step.action === 'unchanged' || step.action === 'unmanaged';

async function plan(io: CliIo, files: readonly string[], options: PlanOptions): Promise<void> {
  const { plan } = await makePlan(io, connect(io, options), files, options);
  print(io, options, plan, plan.steps.flatMap(stepLines));
  if (!plan.steps.every(inStep)) io.fail(1);
}

const getReason = (error: unknown): string =>
  isWabakitError(error) ? error.summary : error instanceof Error ? error.message : format('%s', error);

async function push(
  io: CliIo,
  files: readonly string[],
  options: PlanOptions & { readonly apply?: boolean },
) {
  const client = connect(io, options);
  const { plan, history } = await makePlan(io, client, files, options);
  const dryRun = options.apply !== true;
  const applied = await client.templates.apply(plan, { dryRun });
  if (options.history !== undefined && !dryRun) await addToHistory(options.history, history, applied.history);
  const blocked = plan.steps.filter((step) => step.action === 'blocked');
  const steps = applied.steps.map(({ step, outcome, created, error }) => ({
    action: step.action,
    name: step.name,
    language: step.language,
    outcome,
    ...(created && { created }),
    ...(error !== undefined && { error: getReason(error) }),
  }));
  const lines = steps.map((step) =>
    joinWords([
      `${step.outcome.padEnd(9)} ${step.action} ${step.name} (${step.language})`,
      step.created && `${step.created.id} ${step.created.status} ${step.created.category}`,
      step.error,
    ]),
  );
  const note =
    dryRun && steps.length > 0 ? ['Dry run, nothing was changed. Add --apply to carry out these steps.'] : [];
  print(io, options, { dryRun, steps, blocked }, [...lines, ...blocked.flatMap(stepLines), ...note]);
  if (blocked.length > 0 || steps.some((step) => step.outcome === 'failed')) io.fail(1);
}

async function pull(
  io: CliIo,
  options: CommonOptions & { readonly out?: string; readonly status?: string; readonly force?: boolean },
): Promise<void> {
  const module = await connect(io, options).templates.pull({ status: options.status, limit: 100 });
  for (const { name, language, reason } of module.skipped)
    io.error(joinWords([`skipped ${name} (${language}): ${reason}`]));
  if (options.out === undefined) {
    io.out(options.json === true ? JSON.stringify(module, null, 2) : module.source.trimEnd());
    return;
  }
  await writeFiles(new Map([[options.out, module.source]]), { mustBeNew: options.force !== true });
  print(io, options, { file: options.out, count: module.count, skipped: module.skipped }, [
    `${module.count} templates written to ${options.out}`,
  ]);
}

async function status(io: CliIo, options: CommonOptions): Promise<void> {
  const templates = await listAll(connect(io, options));
  const rows = templates.map((template) => ({ ...template, components: undefined }));
  const lines = rows.map((row) =>
    joinWords([
      row.status.padEnd(9),
      row.category.padEnd(14),
      (row.quality_score?.score ?? '').padEnd(7),
      `${row.name} (${row.language})`,
      row.correct_category !== undefined &&
        row.correct_category !== row.category &&
        `Meta thinks ${row.correct_category}`,
      row.rejected_reason !== undefined && row.rejected_reason !== 'NONE' && row.rejected_reason,
    ]),
  );
  print(io, options, rows, lines);
  if (rows.some((row) => row.status !== 'APPROVED')) io.fail(1);
}

/** `wabakit templates`: checks templates in code and synchronizes an account with them. */
export function registerTemplates(program: Command, io: CliIo): void {
  const templates = program
    .command('templates')
    .description(
      'Message templates as code. Modules export templates made with defineTemplate. All commands but lint need WHATSAPP_ACCESS_TOKEN and WHATSAPP_WABA_ID.',
    );
  const add = (name: string, description: string): Command =>
    templates.command(name).description(description).option('--json', 'print the result as JSON');
  const online = (name: string, description: string): Command =>
    add(name, description).option(
      '--base-url <url>',
      'the base URL of another host, such as the emulator (default: WHATSAPP_BASE_URL)',
    );
  const planned = (name: string, description: string): Command =>
    online(name, description)
      .argument('<files...>', 'modules that export templates')
      .option('--prune', 'delete templates that the modules do not export')
      .option('--history <file>', 'the file that records edits and deletions, so that their limits are kept');

  add('lint', 'Check templates offline. Exit code 1 if there are errors.')
    .argument('<files...>', 'modules that export templates')
    .option('--strict', 'exit code 1 if there are warnings')
    .action((files: string[], options: CommonOptions) => lint(io, files, options));
  planned(
    'plan',
    'List the differences between the code and the account. Exit code 1 if there are any.',
  ).action((files: string[], options: PlanOptions) => plan(io, files, options));
  planned(
    'push',
    'Change the account to match the code. Changes nothing without --apply. Exit code 1 if a step is blocked or fails.',
  )
    .option('--apply', 'create, edit and delete templates')
    .action((files: string[], options: PlanOptions) => push(io, files, options));
  online('pull', 'Write the templates of the account as a typed module.')
    .option('--out <file>', 'the file to write; it must not exist unless --force is given')
    .option('--force', 'overwrite the file')
    .option('--status <status>', 'only templates with this status, such as APPROVED')
    .action((options: CommonOptions) => pull(io, options));
  online('status', 'List the templates of the account. Exit code 1 if one is not approved.').action(
    (options: CommonOptions) => status(io, options),
  );
}
