import {
  type CallOptions,
  type Client,
  graphPath,
  parseResponse,
  toEpochSeconds,
} from '../../transport/transport.ts';
import type { TemplateTarget } from './get-template.ts';

/** Parameters of `compareTemplates`. */
export interface CompareTemplatesParams extends TemplateTarget {
  /** The template to compare with, of the same account. */
  readonly otherTemplateId: string;
  /** The length of the window in days; it ends at `until`. */
  readonly days: 7 | 30 | 60 | 90;
  /** The end of the window: a Date or epoch milliseconds. Usually now. */
  readonly until: Date | number;
}

/** The figures of two templates. Both need 1,000 sends in the window. */
export interface TemplateComparison {
  /** Ids from the lowest rate of blocks to the highest. */
  readonly blockRateOrder: readonly string[];
  /** The number of sends, by template id. */
  readonly sends: Readonly<Record<string, number>>;
  /** The most frequent reason by id: `SPAM`, `NO_SIGN_UP`, `NO_LONGER_NEEDED` … */
  readonly topBlockReason: Readonly<Record<string, string>>;
}

interface Metric {
  readonly metric: string;
  readonly order_by_relative_metric?: readonly string[];
  readonly number_values?: readonly { readonly key: string; readonly value: number }[];
  readonly string_values?: readonly { readonly key: string; readonly value: string }[];
}

const byKey = <Value>(
  values: readonly { readonly key: string; readonly value: Value }[] | undefined,
): Readonly<Record<string, Value>> =>
  Object.fromEntries((values ?? []).map(({ key, value }) => [key, value]));

function readMetrics(metrics: readonly Metric[]): TemplateComparison {
  const find = (name: string): Metric | undefined => metrics.find(({ metric }) => metric === name);
  return {
    blockRateOrder: find('BLOCK_RATE')?.order_by_relative_metric ?? [],
    sends: byKey(find('MESSAGE_SENDS')?.number_values),
    topBlockReason: byKey(find('TOP_BLOCK_REASON')?.string_values),
  };
}

/**
 * Compares two templates: which is blocked less, how often each was sent, and why users block.
 *
 * Source: Meta, "Template comparison".
 *
 * @example
 * const { blockRateOrder } = await compareTemplates(client, { templateId: '1', otherTemplateId: '2', days: 30, until: new Date() });
 * blockRateOrder[0]; // the id of the template that is blocked less
 */
export async function compareTemplates(
  client: Client,
  { templateId, otherTemplateId, days, until }: CompareTemplatesParams,
  options?: CallOptions,
): Promise<TemplateComparison> {
  const end = toEpochSeconds(until, 'until');
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${templateId}/compare`,
      query: { template_ids: `[${otherTemplateId}]`, start: end - days * 86_400, end },
      idempotency: 'safe',
      parse: (reply) =>
        readMetrics(
          parseResponse<{ readonly data: readonly Metric[] }>({ data: [{ metric: 'string' }] })(reply).data,
        ),
    },
    options,
  );
}
