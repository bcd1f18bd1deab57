/**
 * Writes docs/parity.md: every operation that Meta documents, and the function that covers it. `node scripts/parity.ts` needs Meta's OpenAPI
 * file, which is not part of the project; test/contract/parity.test.ts checks that the page is up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { contracts } from '../test/contract/contracts.ts';
import { specification } from '../test/contract/specification.ts';

/** Operations of the message and template rooms, whose contracts are tested beside them. */
const elsewhere: Readonly<Record<string, string>> = {
  'POST /{Phone-Number-ID}/messages': 'sendMessage',
  'POST /{Phone-Number-ID}/messages (status: read)': 'markAsRead',
  'POST /{Phone-Number-ID}/marketing_messages': 'sendMarketingMessage',
  'GET /{TEMPLATE_ID}': 'getTemplate',
  'POST /{TEMPLATE_ID}': 'editTemplate',
  'POST /{TEMPLATE_ID} (optimization_spec)': 'setTemplateOptimization',
  'GET /{WABA-ID}/message_templates': 'listTemplates',
  'POST /{WABA-ID}/message_templates': 'createTemplate',
  'DELETE /{WABA-ID}/message_templates': 'deleteTemplate',
  'DELETE /{WABA-ID}/message_templates?hsm_ids=': 'deleteTemplates',
  'POST /{WABA}/upsert_message_templates': 'upsertAuthenticationTemplates',
  'GET /{WABA}/message_template_previews': 'previewTemplates',
  'GET /{WABA}/message_template_library': 'listLibraryTemplates',
  'POST /{WABA}/message_templates (library_template_name)': 'createTemplateFromLibrary',
  'GET /{TEMPLATE_ID}/compare': 'compareTemplates',
  'POST /{TEMPLATE_ID}/unpause': 'unpauseTemplate',
  'POST /{WABA}/migrate_message_templates': 'migrateTemplates',
  'POST https://api.facebook.com/{WABA}/message_templates/archive': 'archiveTemplates',
  'POST https://api.facebook.com/{WABA}/message_templates/unarchive': 'unarchiveTemplates',
  'GET /{WABA}/template_groups': 'listTemplateGroups',
  'POST /{WABA}/template_groups': 'createTemplateGroup',
  'GET /{TEMPLATE_GROUP_ID}': 'getTemplateGroup',
  'POST /{TEMPLATE_GROUP_ID}': 'updateTemplateGroup',
  'DELETE /{TEMPLATE_GROUP_ID}': 'deleteTemplateGroup',
  'GET /{WABA}/template_analytics': 'getTemplateAnalytics',
  'GET /{WABA}/template_group_analytics': 'getTemplateGroupAnalytics',
  'POST /{WABA}?is_enabled_for_insights=true': 'enableTemplateAnalytics',
  'GET /{Media-URL}': 'downloadMedia',
};

const partners = 'for solution partners only, and seldom';
const retired = "Meta has retired this way of working on customers' behalf";
const secondHand = 'its payload is known second hand only';
const credit = 'sharing of credit lines: for solution partners, by contract with Meta';

/** Operations that are left to `client.graph`, and why. */
const rawApi: Readonly<Record<string, string>> = {
  'POST /{Phone-Number-ID}/messages_encrypted': 'payload encryption is a closed beta',
  'POST /{group_id}/participants':
    "people join by link; Meta's guide has no such call, only its specification",
  'POST /{Application-ID}/whatsapp_business_solution': partners,
  'GET /{Migration-Intent-ID}': partners,
  'GET /{Solution-ID}/access_token': partners,
  'POST /{Solution-ID}/accept_deactivation_request': partners,
  'POST /{Solution-ID}/accept': partners,
  'POST /{Solution-ID}/reject_deactivation_request': partners,
  'POST /{Solution-ID}/reject': partners,
  'POST /{Solution-ID}/send_deactivation_request': partners,
  'POST /{WABA-ID}/set_solution_migration_intent': partners,
  'GET /{WABA-ID}/in_progress_onbehalf_request': retired,
  'GET /{OBO-Mobility-Intent-ID}': retired,
  'POST /{WABA-ID}/obo_mobility_intent': retired,
  'POST /{WABA-ID}/set_obo_mobility_intent': retired,
  'GET /message_template_library': 'the library of an account covers it',
  'GET /{AD_ACCOUNT}/insights': "belongs to Meta's Marketing API",
  'POST /{BUSINESS_ID}/messaging_customer_base': secondHand,
  'GET /{BUSINESS_ID}/messaging_customer_base': secondHand,
  'POST /{WABA}/default_messaging_customer_base': secondHand,
  'GET /{WABA}/default_messaging_customer_base': secondHand,
  'POST /{DATASET_ID}/events': "belongs to Meta's Conversions API, whose events are not WhatsApp's",
  'POST /{WABA}?degrees_of_freedom_spec': secondHand,
  'POST /{BUSINESS_ID}/system_user_access_tokens': 'makes secrets; done once, by hand',
  'POST /{BUSINESS_ID}/system_users': 'done once, by hand',
  'POST /{BUSINESS_ID}/self_certify_whatsapp_business': partners,
  'GET /{BUSINESS_ID}/self_certified_whatsapp_business_submissions': partners,
  'POST /{CREDIT_ID}/whatsapp_credit_sharing_and_attach': credit,
  'POST /{CREDIT_ID}/whatsapp_credit_sharing': credit,
  'POST /{CREDIT_ID}/whatsapp_credit_attach': credit,
  'GET /{ALLOCATION_ID}': credit,
  'DELETE /{ALLOCATION_ID}': credit,
  'GET /{CREDIT_ID}/owning_credit_allocation_configs': credit,
};

/** Not an operation: Meta describes the body of a webhook as one. */
const notAnOperation = 'POST /whatsapp/webhooks';

/** One row of the page. */
export interface ParityRow {
  readonly operation: string;
  /** Whether it stands in Meta's OpenAPI file; the others are documented on Meta's pages alone. */
  readonly inSpecification: boolean;
  readonly functions: readonly string[];
  /** Why it is left to the raw API. */
  readonly reason: string | undefined;
}

/** Every operation that Meta documents, with what covers it. */
export function parityRows(specified: readonly string[]): readonly ParityRow[] {
  const covered = Object.values(contracts)
    .flat()
    .map(({ covers, name }) => [covers, name] as const);
  const all = [...covered, ...Object.entries(elsewhere)];
  const operations = new Set([...specified, ...all.map(([operation]) => operation), ...Object.keys(rawApi)]);
  return [...operations]
    .filter((operation) => operation !== notAnOperation)
    .map((operation) => ({
      operation,
      inSpecification: specified.includes(operation),
      functions: all.filter(([covers]) => covers === operation).map(([, name]) => name),
      reason: rawApi[operation],
    }))
    .toSorted((one, other) => Number(other.inSpecification) - Number(one.inSpecification));
}

const getTable = (rows: readonly ParityRow[]): string =>
  [
    '| Operation | Covered by |',
    '| --- | --- |',
    ...rows.map(({ operation, functions, reason }) => {
      const by =
        functions.map((name) => `\`${name}\``).join(', ') || `raw API: ${reason ?? 'not judged yet'}`;
      return `| \`${operation}\` | ${by} |`;
    }),
  ].join('\n');

/** The page as Markdown, in the project's formatting. */
export function parityPage(rows: readonly ParityRow[]): Promise<string> {
  const typed = rows.filter(({ functions }) => functions.length > 0).length;
  const page = `# Parity with the platform

Every operation that Meta documents for WhatsApp, as of November 2026, and the function that covers it: ${typed} of ${rows.length}. A path that does several
things counts once for each. [The parity of the emulator](emulator-parity.md) counts methods and paths, on the objects that an account has. What is left to the raw API is reached by \`wa.graph.get\`, \`post\`, \`delete\` and \`list\`, with the same transport, errors and paging.

This page is written by \`node scripts/parity.ts\` and checked by a test.

## In Meta's OpenAPI file (v23.0, November 2025)

${getTable(rows.filter(({ inSpecification }) => inSpecification))}

## On Meta's pages only

${getTable(rows.filter(({ inSpecification }) => !inSpecification))}
`;
  return format(page, { parser: 'markdown' });
}

/** Where the page lies. */
export const parityFile: URL = new URL('../docs/parity.md', import.meta.url);

if (import.meta.main) {
  if (specification === undefined)
    throw new Error("Meta's OpenAPI file is needed: set WABAKIT_REFERENCE to its folder.");
  writeFileSync(parityFile, await parityPage(parityRows(specification.operations)));
  console.log(readFileSync(parityFile, 'utf8').split('\n')[2]);
}
