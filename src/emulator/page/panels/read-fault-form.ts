import type { FaultEffect } from '../../faults/faults.ts';
import type { FaultRuleView } from '../protocol/fault-view.ts';

const getNumber = (data: FormData, name: string): number | undefined => {
  const value = data.get(name);
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : undefined;
};

const getText = (data: FormData, name: string): string | undefined => {
  const value = data.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

function getEffect(kind: string | undefined, amount: number | undefined): FaultEffect {
  switch (kind) {
    case 'drop':
      return { drop: 'before' };
    case 'dropAfter':
      return { drop: 'after' };
    case 'reorder':
      return { reorder: true };
    case 'duplicate':
      return { copies: amount ?? 2 };
    case 'error':
      return { code: amount ?? 131000 };
    case 'status':
      return { status: amount ?? 503 };
    default:
      return { delay: amount ?? 2000 };
  }
}

/** Returns the rule that the form of the network panel describes. */
export function readFaultForm(data: FormData): FaultRuleView {
  const percent = getNumber(data, 'percent');
  const [path, to] = [getText(data, 'match'), getText(data, 'waId')];
  return {
    on: data.get('on') === 'webhook' ? 'webhook' : 'api',
    match: path === undefined && to === undefined ? undefined : { path, to },
    ...getEffect(getText(data, 'effect'), getNumber(data, 'amount')),
    probability: percent === undefined ? undefined : percent / 100,
    times: getNumber(data, 'times'),
  };
}
