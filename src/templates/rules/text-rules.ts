import { isUploadHandle, notUploadHandle } from '../../schemas/media-source.ts';
import type {
  ContentTemplateDefinition,
  TemplateBody,
  TemplateHeader,
  TemplateMediaHeader,
} from '../definition.ts';
import { templateDocs, templateLimits } from '../limits.ts';
import { findPlaceholders, removePlaceholders } from '../placeholders.ts';
import { exampleIssues, placeholderIssues, placeholderPlaceIssues } from './placeholder-rules.ts';
import { error, labelFaults, lengthIssues, warning, type TemplateIssue } from './template-issue.ts';

/** Checks a body and its samples. */
export function bodyIssues(
  path: string,
  body: TemplateBody,
  limit: number,
  docs?: string,
): readonly TemplateIssue[] {
  return [
    ...lengthIssues(`${path}.text`, 'body-length', body.text, limit, docs),
    ...placeholderIssues(`${path}.text`, body.text),
    ...placeholderPlaceIssues(`${path}.text`, body.text),
    ...exampleIssues(path, body.text, body.example),
  ];
}

/** Checks the sample of a file header: a handle, which only the creation needs. */
function sampleIssues(path: string, { format, example }: TemplateMediaHeader): readonly TemplateIssue[] {
  const at = `${path}.example`;
  if (example === undefined || example === '') {
    const message = `needs the handle of a sample ${format}, from a resumable upload, before it can be created`;
    return [warning(at, 'header-sample', message)];
  }
  return isUploadHandle(example) ? [] : [error(at, 'header-sample-handle', notUploadHandle)];
}

/** Checks a header: a text's length and characters, a file's sample. */
export function headerIssues(path: string, header: TemplateHeader): readonly TemplateIssue[] {
  if (header.format === 'location' || header.format === 'product') return [];
  if (header.format !== 'text') return sampleIssues(path, header);
  const { text } = header;
  const at = `${path}.text`;
  const count = findPlaceholders(text).length;
  const faults = [
    ...(/[*_~`]/.test(removePlaceholders(text)) ? ['markdown'] : []),
    ...labelFaults(text).filter((fault) => fault !== 'a placeholder'),
  ];
  return [
    ...lengthIssues(at, 'header-length', text, templateLimits.headerText),
    ...placeholderIssues(at, text),
    ...(count > templateLimits.headerPlaceholders
      ? [
          error(at, 'header-placeholders', `has ${count} placeholders, at most 1 is allowed`, {
            limit: templateLimits.headerPlaceholders,
          }),
        ]
      : []),
    ...(faults.length > 0
      ? [error(at, 'header-characters', `has ${faults.join(' and ')}, which a header may not have`)]
      : []),
    ...exampleIssues(path, text, header.example),
  ];
}

/** Checks the texts of a marketing or utility template. */
export function textIssues(definition: ContentTemplateDefinition): readonly TemplateIssue[] {
  const { header, body, footer, limitedTimeOffer } = definition;
  const [limit, docs] = limitedTimeOffer
    ? [templateLimits.offerBodyText, templateDocs.limitedTimeOffer]
    : header?.format === 'product'
      ? [templateLimits.cardBodyText, templateDocs.singleProduct]
      : [templateLimits.bodyText, undefined];
  const names = [header?.format === 'text' ? header.text : '', body.text].map(findPlaceholders);
  const forms = new Set(names.flatMap((list) => list.slice(0, 1).map((name) => /^\d+$/.test(name))));
  return [
    ...(header ? headerIssues('header', header) : []),
    ...bodyIssues('body', body, limit, docs),
    ...(forms.size > 1
      ? [
          error('body.text', 'placeholder-mixed', 'has another form of placeholders than the header', {
            docs: templateDocs.overview,
          }),
        ]
      : []),
    ...(footer
      ? [
          ...lengthIssues('footer.text', 'footer-length', footer.text, templateLimits.footerText),
          ...(/\{\{/.test(footer.text)
            ? [error('footer.text', 'footer-placeholders', 'has a placeholder, which a footer may not have')]
            : []),
        ]
      : []),
  ];
}
