import type { FlowField } from '../protocol/protocol.ts';

/** The answers of a Flow's form as its `response_json` holds them: yes and no for a checkbox, a list for several choices. */
export function readFlowForm(fields: readonly FlowField[], data: FormData): Record<string, unknown> {
  return Object.fromEntries<unknown>(
    fields.map(({ name, kind }): [string, unknown] => {
      if (kind === 'checkbox') return [name, data.has(name)];
      if (kind === 'choices') return [name, data.getAll(name)];
      return [name, data.get(name) ?? ''];
    }),
  );
}
