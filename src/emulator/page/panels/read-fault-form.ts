import type { FaultSettingEffect, FaultSetting } from '../protocol/protocol.ts';

const getNumber = (data: FormData, name: string): number | undefined => {
  const value = data.get(name);
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : undefined;
};

const getText = (data: FormData, name: string): string | undefined => {
  const value = data.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

function getEffect(kind: string | undefined, amount: number | undefined): FaultSettingEffect {
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
export function readFaultForm(data: FormData): FaultSetting {
  const percent = getNumber(data, 'percent');
  return {
    on: data.get('on') === 'webhook' ? 'webhook' : 'api',
    match: getText(data, 'match'),
    waId: getText(data, 'waId'),
    effect: getEffect(getText(data, 'effect'), getNumber(data, 'amount')),
    probability: percent === undefined ? undefined : percent / 100,
    times: getNumber(data, 'times'),
  };
}
