import type { FaultEffect, FaultRule } from '../protocol.ts';

const numberOf = (data: FormData, name: string): number | undefined => {
  const value = data.get(name);
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : undefined;
};

const textOf = (data: FormData, name: string): string | undefined => {
  const value = data.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

function effectOf(kind: string | undefined, amount: number | undefined): FaultEffect {
  switch (kind) {
    case 'drop':
    case 'reorder':
      return { kind };
    case 'duplicate':
      return { kind, copies: amount ?? 2 };
    case 'error':
      return { kind, code: amount ?? 131000 };
    case 'status':
      return { kind: 'error', httpStatus: amount ?? 503 };
    default:
      return { kind: 'latency', milliseconds: amount ?? 2000 };
  }
}

/** The rule that the form of the network desk describes. */
export function readFaultForm(data: FormData): FaultRule {
  const percent = numberOf(data, 'percent');
  return {
    on: data.get('on') === 'webhook' ? 'webhook' : 'api',
    match: textOf(data, 'match'),
    waId: textOf(data, 'waId'),
    effect: effectOf(textOf(data, 'effect'), numberOf(data, 'amount')),
    probability: percent === undefined ? undefined : percent / 100,
    times: numberOf(data, 'times'),
  };
}
