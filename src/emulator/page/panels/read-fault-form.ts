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

/** An error with what explains it. */
function getError(data: FormData, code: number): FaultEffect {
  const as = getText(data, 'as');
  return {
    code,
    subcode: getNumber(data, 'subcode'),
    details: getText(data, 'details'),
    userTitle: getText(data, 'userTitle'),
    userMessage: getText(data, 'userMessage'),
    as: as === 'reply' || as === 'status' ? as : undefined,
  };
}

function getEffect(data: FormData, amount: number | undefined): FaultEffect {
  switch (getText(data, 'effect')) {
    case 'drop':
      return { drop: 'before' };
    case 'dropAfter':
      return { drop: 'after' };
    case 'reorder':
      return { reorder: true };
    case 'duplicate':
      return { copies: amount ?? 2 };
    case 'error':
      return getError(data, amount ?? 131000);
    case 'late':
      return { delayAfter: amount ?? 2000 };
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
    ...getEffect(data, getNumber(data, 'amount')),
    probability: percent === undefined ? undefined : percent / 100,
    times: getNumber(data, 'times'),
  };
}
