import type { Faults, FaultRule } from '../faults/faults.ts';
import type { FaultSetting, FaultSettingEffect, FaultView } from '../page/protocol/protocol.ts';

function getEffect(rule: FaultRule): FaultSettingEffect {
  if (rule.code !== undefined || rule.status !== undefined)
    return { kind: 'error', code: rule.code, httpStatus: rule.status };
  if (rule.copies !== undefined) return { kind: 'duplicate', copies: rule.copies };
  if (rule.reorder === true) return { kind: 'reorder' };
  return rule.drop === undefined ? { kind: 'latency', milliseconds: rule.delay ?? 0 } : { kind: 'drop' };
}

/** The failure rules in force, as the network desk shows them. */
export const faultViews = (faults: Faults): readonly FaultView[] =>
  faults.standing.map(({ id, rule, hits }) => {
    const match = typeof rule.match === 'object' ? rule.match : {};
    return {
      id,
      hits,
      on: rule.on ?? 'api',
      match: typeof match.path === 'string' ? match.path : match.path?.source,
      waId: match.to,
      effect: getEffect(rule),
      probability: rule.probability,
      times: rule.times,
    };
  });

function toFaultEffect(
  effect: FaultSettingEffect,
): Pick<FaultRule, 'code' | 'status' | 'drop' | 'delay' | 'copies' | 'reorder'> {
  switch (effect.kind) {
    case 'latency':
      return { delay: effect.milliseconds };
    case 'drop':
      return { drop: 'before' };
    case 'duplicate':
      return { copies: effect.copies };
    case 'reorder':
      return { reorder: true };
    case 'error':
      return { code: effect.code, status: effect.httpStatus };
  }
}

/** A rule of the network desk as the emulator takes it. */
export const toFaultRule = (rule: FaultSetting): FaultRule => ({
  on: rule.on,
  match:
    rule.match === undefined && rule.waId === undefined ? undefined : { path: rule.match, to: rule.waId },
  ...toFaultEffect(rule.effect),
  probability: rule.probability,
  times: rule.times,
});
