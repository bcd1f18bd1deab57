import type { ContentTemplateDefinition } from '../definition.ts';
import { promotionalWording, templateDocs } from '../limits.ts';
import { countWords } from './placeholder-rules.ts';
import { error, warning, type TemplateIssue } from './template-issue.ts';

const docs = templateDocs.categorization;

function getTexts(definition: ContentTemplateDefinition): readonly (readonly [path: string, text: string])[] {
  const { header, body, footer, buttons = [], carousel = [] } = definition;
  return [
    ...(header?.format === 'text' ? [['header.text', header.text] as const] : []),
    ['body.text', body.text],
    ...(footer ? [['footer.text', footer.text] as const] : []),
    ...buttons.flatMap((button, index) =>
      'text' in button ? [[`buttons[${index}].text`, button.text] as const] : [],
    ),
    ...carousel.flatMap((card, index) =>
      card.body ? [[`carousel[${index}].body.text`, card.body.text] as const] : [],
    ),
  ];
}

/** What exists in marketing templates only, as far as a definition uses it. */
function marketingParts(definition: ContentTemplateDefinition): readonly string[] {
  const { header, buttons = [], carousel, limitedTimeOffer, optimizationSpec } = definition;
  const kinds = ['catalog', 'mpm', 'spm'];
  return [
    ...(header?.format === 'gif' || header?.format === 'product' ? ['header'] : []),
    ...buttons.flatMap((button, index) =>
      kinds.includes(button.type) || (button.type === 'order_details' && button.text === 'Buy now')
        ? [`buttons[${index}]`]
        : [],
    ),
    ...(carousel ? ['carousel'] : []),
    ...(limitedTimeOffer ? ['limitedTimeOffer'] : []),
    ...(optimizationSpec ? ['optimizationSpec'] : []),
  ];
}

const oneTimeCode = /\b(?:verification|one[- ]time|security|login) (?:pass)?code\b|\bOTP\b/i;

/** Checks that a template fits its category, and warns of wording that makes Meta choose another one. */
export function categoryIssues(definition: ContentTemplateDefinition): readonly TemplateIssue[] {
  const texts = getTexts(definition);
  const words = countWords(definition.body.text);
  const code = texts.find(([, text]) => oneTimeCode.test(text) && /\{\{/.test(text));
  const codeIssues = code
    ? [
        warning(
          code[0],
          'one-time-code',
          'reads like a one-time code, which only authentication templates may carry',
          { docs },
        ),
      ]
    : [];
  if (definition.category === 'marketing') return codeIssues;
  return [
    ...codeIssues,
    ...marketingParts(definition).map((path) =>
      error(path, 'marketing-only', 'exists in marketing templates only'),
    ),
    ...texts.flatMap(([path, text]) => {
      const match = promotionalWording.map((pattern) => pattern.exec(text)?.[0].trim()).find(Boolean);
      return match === undefined
        ? []
        : [
            warning(
              path,
              'promotional-wording',
              `says "${match}"; Meta may make it a marketing template, at its price`,
              { docs },
            ),
          ];
    }),
    ...(words < 3
      ? [
          warning(
            'body.text',
            'unclear-content',
            'says too little; Meta treats unclear templates as marketing',
            { docs },
          ),
        ]
      : []),
  ];
}
