import type { FaultRuleView } from '../protocol/fault-view.ts';

type Words = readonly (string | undefined | false)[];

const join = (words: Words, by: string): string =>
  words.filter((word) => word !== undefined && word !== false).join(by);

function getDrop({ on, drop }: FaultRuleView): string | undefined {
  if (drop === undefined || on === 'webhook') return drop && 'lost';
  return drop === 'after' ? 'lost after they were carried out' : 'lost';
}

function getError({ code, subcode, details, userTitle, userMessage, as }: FaultRuleView): string | undefined {
  if (code === undefined) return undefined;
  const texts = join([details, userTitle, userMessage], '; ');
  const how = as === 'status' ? 'failed later with' : 'answered with';
  const place = as === 'reply' ? ' in the reply' : '';
  const which = subcode === undefined ? code : `${code} (subcode ${subcode})`;
  return `${how} error ${which}${place}${texts === '' ? '' : ` (${texts})`}`;
}

const effectWords = (rule: FaultRuleView): string =>
  join(
    [
      rule.delay !== undefined && `${rule.delay} ms late`,
      rule.delayAfter !== undefined && `answered ${rule.delayAfter} ms after they were carried out`,
      getError(rule),
      rule.status !== undefined && `answered with HTTP ${rule.status}`,
      getDrop(rule),
      rule.copies !== undefined && `${rule.copies} times`,
      rule.reorder === true && 'out of order',
    ],
    ' and ',
  );

function matchWords(match: FaultRuleView['match']): string {
  if (match === undefined) return '';
  if ('function' in match) return `those that ${match.function} picks`;
  const { method, path, type, template, to } = match;
  return join(
    [
      method,
      typeof path === 'object' ? `/${path.source}/${path.flags}` : path,
      type !== undefined && `type ${type}`,
      template !== undefined && `template ${template}`,
      to !== undefined && `for ${to}`,
    ],
    ' ',
  );
}

/** Returns a rule in a sentence: `Webhooks (statuses): 2 times, 50 % of them`. */
export function faultWords(rule: FaultRuleView): string {
  const { on, match, probability, times } = rule;
  const which = matchWords(match);
  const share =
    probability === undefined || probability === 1 ? '' : `, ${Math.round(probability * 100)} % of them`;
  const until = times === undefined ? '' : `, ${times === 1 ? 'once' : `${times} times at most`}`;
  const what = on === 'webhook' ? 'Webhooks' : 'Calls';
  return `${what}${which === '' ? '' : ` (${which})`}: ${effectWords(rule)}${share}${until}`;
}
