import type { AuthenticationTemplateDefinition, TemplateDefinition } from '../definition.ts';
import { templateLanguages } from '../languages.ts';
import { templateDocs, templateLimits, timeToLiveLimits } from '../limits.ts';
import { error, labelFaults, lengthIssues, warning, type TemplateIssue } from './template-issue.ts';

const known = new Set<string>(templateLanguages);

function languageIssues(language: string): readonly TemplateIssue[] {
  const docs = templateDocs.languages;
  if (known.has(language)) return [];
  if (known.has(language.replace('-', '_')))
    return [error('language', 'language-form', `is written ${language.replace('-', '_')} by Meta`, { docs })];
  return /^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(language)
    ? [warning('language', 'language-unknown', 'is not on the list of languages known here', { docs })]
    : [error('language', 'language-form', 'is not a language code such as en or pt_BR', { docs })];
}

function timeToLiveIssues({
  category,
  messageSendTtlSeconds: ttl,
}: TemplateDefinition): readonly TemplateIssue[] {
  const { min, max, thirtyDays } = timeToLiveLimits[category];
  if (ttl === undefined || (ttl === -1 && thirtyDays) || (ttl >= min && ttl <= max)) return [];
  const range = `${min} to ${max}${thirtyDays ? ', or -1' : ''}`;
  return [
    error('messageSendTtlSeconds', 'ttl-range', `is ${ttl}, must be ${range} seconds for ${category}`, {
      limit: ttl < min ? min : max,
      docs: templateDocs.timeToLive,
    }),
  ];
}

function bidIssues(definition: TemplateDefinition): readonly TemplateIssue[] {
  const bid = definition.category === 'authentication' ? undefined : definition.optimizationSpec?.bidAmount;
  const { min, max } = templateLimits.bidAmount;
  if (bid === undefined || (bid >= min && bid <= max)) return [];
  const message = `is ${bid}, must be ${min} to ${max}: for 1,000 deliveries, in the smallest unit of the currency`;
  const docs = templateDocs.maxPrice;
  return [error('optimizationSpec.bidAmount', 'bid-amount', message, { limit: bid < min ? min : max, docs })];
}

/** Checks what every template has: name, language, time to live, and the bid of a max price. */
export function envelopeIssues(definition: TemplateDefinition): readonly TemplateIssue[] {
  const { name, language } = definition;
  return [
    ...lengthIssues('name', 'name-length', name, templateLimits.name, templateDocs.overview),
    ...(/^[a-z0-9_]*$/.test(name)
      ? []
      : [error('name', 'name-characters', 'may have a-z, 0-9 and _ only', { docs: templateDocs.overview })]),
    ...languageIssues(language),
    ...timeToLiveIssues(definition),
    ...bidIssues(definition),
  ];
}

/** Checks the button and the expiry of an authentication template. */
export function authenticationIssues(definition: AuthenticationTemplateDefinition): readonly TemplateIssue[] {
  const { footer, buttons } = definition;
  const [button] = buttons;
  const docs = templateDocs.oneTap;
  const { min, max } = templateLimits.codeExpirationMinutes;
  const minutes = footer?.codeExpirationMinutes;
  const apps = 'supportedApps' in button ? button.supportedApps : undefined;
  const labels = {
    text: button.text,
    autofillText: 'autofillText' in button ? button.autofillText : undefined,
  };
  return [
    ...(minutes !== undefined && (minutes < min || minutes > max)
      ? [
          error(
            'footer.codeExpirationMinutes',
            'code-expiration',
            `is ${minutes}, must be ${min} to ${max}`,
            {
              limit: minutes < min ? min : max,
              docs: templateDocs.authentication,
            },
          ),
        ]
      : []),
    ...Object.entries(labels).flatMap(([key, label]) =>
      label === undefined
        ? []
        : [
            ...lengthIssues(
              `buttons[0].${key}`,
              'button-text-length',
              label,
              templateLimits.buttonText,
              docs,
            ),
            ...(labelFaults(label).length > 0
              ? [
                  error(
                    `buttons[0].${key}`,
                    'button-text-characters',
                    `has ${labelFaults(label).join(' and ')}`,
                    { docs },
                  ),
                ]
              : []),
          ],
    ),
    ...(apps !== undefined && (apps.length < 1 || apps.length > templateLimits.supportedApps)
      ? [
          error(
            'buttons[0].supportedApps',
            'supported-apps',
            `has ${apps.length} apps, 1 to ${templateLimits.supportedApps} are allowed`,
            {
              limit: templateLimits.supportedApps,
              docs,
            },
          ),
        ]
      : []),
    ...(apps ?? []).flatMap((app, index) => [
      ...lengthIssues(
        `buttons[0].supportedApps[${index}].packageName`,
        'package-name',
        app.packageName,
        templateLimits.packageName,
        docs,
      ),
      ...(/^[a-z]\w*(?:\.[a-z]\w*)+$/i.test(app.packageName)
        ? []
        : [
            error(
              `buttons[0].supportedApps[${index}].packageName`,
              'package-name',
              'is not an Android package name such as com.example.shop',
              { docs },
            ),
          ]),
      ...(/^[a-z0-9+/=]{11}$/i.test(app.signatureHash)
        ? []
        : [
            error(
              `buttons[0].supportedApps[${index}].signatureHash`,
              'signature-hash',
              'must be the 11 characters of the app signing key hash',
              {
                limit: templateLimits.signatureHash,
                docs,
              },
            ),
          ]),
    ]),
  ];
}
