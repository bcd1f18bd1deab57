import type { FaultSettingEffect, FaultSetting } from '../protocol/protocol.ts';

function effectWords(effect: FaultSettingEffect): string {
  switch (effect.kind) {
    case 'latency':
      return `${effect.milliseconds} ms late`;
    case 'drop':
      return 'lost';
    case 'duplicate':
      return `${effect.copies} times`;
    case 'reorder':
      return 'out of order';
    case 'error':
      return effect.code === undefined
        ? `answered with HTTP ${effect.httpStatus ?? 500}`
        : `answered with error ${effect.code}`;
  }
}

/** A rule in a sentence: `Webhooks (statuses): 2 times, half of them`. */
export function faultWords({ on, match, waId, effect, probability, times }: FaultSetting): string {
  const what = on === 'api' ? 'Calls' : 'Webhooks';
  const which = [match, waId && `for ${waId}`].filter(Boolean).join(' ');
  const share =
    probability === undefined || probability === 1 ? '' : `, ${Math.round(probability * 100)} % of them`;
  const until = times === undefined ? '' : `, ${times === 1 ? 'once' : `${times} times at most`}`;
  return `${what}${which === '' ? '' : ` (${which})`}: ${effectWords(effect)}${share}${until}`;
}
