import type { TemplateButton, TemplateCardButton, TemplateUrlButton } from '../button-definition.ts';
import { shortLinkHosts, templateDocs, templateLimits } from '../limits.ts';
import { findPlaceholders, removePlaceholders } from '../placeholders.ts';
import { error, labelFaults, lengthIssues, warning, type TemplateIssue } from './template-issue.ts';

type Button = TemplateButton | TemplateCardButton;

const getHost = (url: string): string | undefined => {
  const address = removePlaceholders(url);
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).hostname : undefined;
};

function urlIssues(path: string, button: TemplateUrlButton): readonly TemplateIssue[] {
  const at = `${path}.url`;
  const names = findPlaceholders(button.url);
  const host = getHost(button.url);
  const sample = button.example?.[0];
  return [
    ...lengthIssues(at, 'url-length', button.url, templateLimits.url),
    ...(host === undefined ? [error(at, 'url-form', 'is not an http or https address')] : []),
    ...(host !== undefined && shortLinkHosts.includes(host)
      ? [
          error(at, 'url-short-link', `leads through ${host}; review rejects link shorteners`, {
            docs: templateDocs.review,
          }),
        ]
      : []),
    ...(host === 'wa.me' || host === 'api.whatsapp.com'
      ? [
          error(at, 'url-whatsapp-link', 'leads back into WhatsApp; review rejects wa.me links', {
            docs: templateDocs.review,
          }),
        ]
      : []),
    ...(names.length > 0 && (names.join() !== '1' || !button.url.endsWith('{{1}}'))
      ? [error(at, 'url-placeholder', 'may hold one {{1}}, at its end', { limit: 1 })]
      : []),
    ...(names.length > 0 && (sample === undefined || sample === '')
      ? [error(`${path}.example`, 'example-missing', 'needs one sample for {{1}}')]
      : []),
    ...(names.length === 0 && sample !== undefined
      ? [error(`${path}.example`, 'example-extra', 'has a sample, but the URL has no {{1}}')]
      : []),
  ];
}

function labelIssues(path: string, button: Button): readonly TemplateIssue[] {
  if (!('text' in button)) return [];
  const limit = button.type === 'voice_call' ? templateLimits.voiceCallText : templateLimits.buttonText;
  const faults = labelFaults(button.text);
  return [
    ...lengthIssues(`${path}.text`, 'button-text-length', button.text, limit),
    ...(faults.length > 0
      ? [
          warning(
            `${path}.text`,
            'button-text-characters',
            `has ${faults.join(' and ')}, which labels are refused for`,
          ),
        ]
      : []),
  ];
}

/** Returns the issues of one button. */
export function buttonIssues(path: string, button: Button, couponLimit: number): readonly TemplateIssue[] {
  const own = (): readonly TemplateIssue[] => {
    switch (button.type) {
      case 'url':
        return urlIssues(path, button);
      case 'phone_number':
        return lengthIssues(
          `${path}.phoneNumber`,
          'phone-number-length',
          button.phoneNumber,
          templateLimits.phoneNumber,
        );
      case 'copy_code':
        return [
          ...lengthIssues(
            `${path}.example`,
            'coupon-code-length',
            button.example,
            couponLimit,
            templateDocs.coupon,
          ),
          ...(/^[\p{L}\p{N}]*$/u.test(button.example)
            ? []
            : [
                warning(
                  `${path}.example`,
                  'coupon-code-characters',
                  'has other characters than letters and digits',
                  { docs: templateDocs.coupon },
                ),
              ]),
        ];
      case 'flow': {
        const given = [button.flowId, button.flowName, button.flowJson].filter(
          (value) => value !== undefined,
        );
        return [
          ...(given.length === 1
            ? []
            : [
                error(path, 'flow-source', 'needs exactly one of flowId, flowName and flowJson', {
                  docs: templateDocs.flow,
                }),
              ]),
          ...(button.navigateScreen !== undefined && button.flowAction === 'data_exchange'
            ? [
                error(`${path}.navigateScreen`, 'flow-screen', 'goes with flowAction navigate only', {
                  docs: templateDocs.flow,
                }),
              ]
            : []),
        ];
      }
      case 'voice_call': {
        const { min, max } = templateLimits.voiceCallTtlMinutes;
        const { ttlMinutes: ttl } = button;
        return ttl !== undefined && (ttl < min || ttl > max)
          ? [
              error(`${path}.ttlMinutes`, 'call-ttl', `is ${ttl}, must be ${min} to ${max} minutes`, {
                limit: ttl < min ? min : max,
                docs: templateDocs.callButton,
              }),
            ]
          : [];
      }
      default:
        return [];
    }
  };
  return [...labelIssues(path, button), ...own()];
}

const mostOf: Partial<Record<Button['type'], number>> = {
  quick_reply: templateLimits.quickReplyButtons,
  url: templateLimits.urlButtons,
  phone_number: templateLimits.phoneNumberButtons,
  copy_code: templateLimits.copyCodeButtons,
  catalog: 1,
  mpm: 1,
  spm: 1,
  voice_call: 1,
  request_contact_info: 1,
  order_details: 1,
};

/** Checks how many buttons of each kind there are, and that quick replies stand together. */
export function buttonListIssues(
  path: string,
  buttons: readonly Button[],
  limit: number,
  docs?: string,
): readonly TemplateIssue[] {
  const counts = Map.groupBy(buttons, (button) => button.type);
  const runs = buttons.filter(
    (button, index) =>
      (button.type === 'quick_reply') !== (buttons[index - 1]?.type === 'quick_reply') || index === 0,
  ).length;
  return [
    ...(buttons.length > limit
      ? [
          error(path, 'button-count', `has ${buttons.length} buttons, at most ${limit} are allowed`, {
            limit,
            docs,
          }),
        ]
      : []),
    ...Array.from(counts, ([type, list]) => ({ type, count: list.length, most: mostOf[type] })).flatMap(
      ({ type, count, most }) =>
        most !== undefined && count > most
          ? [
              error(path, 'button-kind-count', `has ${count} ${type} buttons, at most ${most} are allowed`, {
                limit: most,
              }),
            ]
          : [],
    ),
    ...(runs > 2
      ? [error(path, 'button-grouping', 'has quick replies split by other buttons; keep them side by side')]
      : []),
  ];
}
