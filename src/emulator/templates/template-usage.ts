import { GraphError } from '../kernel/graph-error.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { MessageRecord, MessageState, TemplateUsage } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

const day = 86_400_000;
const counted = ['sent', 'delivered', 'read'] as const;

const isCounted = (status: MessageState): status is (typeof counted)[number] =>
  counted.some((name) => name === status);

/** Counts what became of a template's messages, by day. */
export function countTemplate(context: EmulatorContext, message: MessageRecord, status: MessageState): void {
  const { templateId } = message;
  if (templateId === undefined || !isCounted(status)) return;
  const start = context.now() - (context.now() % day);
  const key = `${templateId}:${start}`;
  const usage = context.state.templateUsage.get(key) ?? { templateId, start, sent: 0, delivered: 0, read: 0 };
  usage[status] += 1;
  context.state.templateUsage.set(key, usage);
}

/** Seconds or a date, as the query gives it, in milliseconds. */
export function queryTime(value: string, name: string): number {
  const at = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value);
  if (Number.isNaN(at))
    throw new GraphError(100, { details: `Param ${name} must be Unix seconds or a date` });
  return at;
}

/** The days of some templates in a range, as data points that carry `label`. */
export function usagePoints(
  context: EmulatorContext,
  templateIds: readonly string[],
  range: { readonly start: number; readonly end: number },
  label: JsonObject,
): readonly JsonObject[] {
  const days = new Map<number, TemplateUsage>();
  for (const usage of context.state.templateUsage.values()) {
    if (
      !templateIds.includes(usage.templateId) ||
      usage.start + day <= range.start ||
      usage.start >= range.end
    )
      continue;
    const sum = days.get(usage.start) ?? { ...usage, sent: 0, delivered: 0, read: 0 };
    for (const name of counted) sum[name] += usage[name];
    days.set(usage.start, sum);
  }
  return [...days.values()].map(({ start, sent, delivered, read }) => ({
    ...label,
    start: start / 1000,
    end: (start + day) / 1000,
    sent,
    delivered,
    read,
    clicked: [],
  }));
}
