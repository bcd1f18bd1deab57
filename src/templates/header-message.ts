import { isFetchable, isMediaId, notFetchable, notMediaId } from '../schemas/media-source.ts';
import type { TemplateHeader } from './definition.ts';
import {
  isRecord,
  note,
  readText,
  readTextValues,
  refuseOthers,
  type ParameterReader,
} from './parameter-reader.ts';
import type { TemplateSendComponent, TemplateSendParameter } from './template-message.ts';

type Fields = Readonly<Record<string, unknown>>;

function readMedia(
  reader: ParameterReader,
  path: string,
  format: string,
  value: Fields,
): TemplateSendParameter | undefined {
  const extra = format === 'document' ? ['filename'] : [];
  refuseOthers(reader, path, value, ['id', 'link', ...extra]);
  if ((value['id'] === undefined) === (value['link'] === undefined))
    return note(reader, path, `must have either id or link: the ${format} header of ${reader.title}`);
  const key = value['id'] === undefined ? 'link' : 'id';
  const place = readText(reader, `${path}.${key}`, value[key], `the ${format} header`);
  const filename =
    extra.length > 0 && value['filename'] !== undefined
      ? readText(reader, `${path}.filename`, value['filename'], 'the document header')
      : undefined;
  if (place === undefined) return undefined;
  const isWrong = key === 'id' ? !isMediaId(place) : !isFetchable(place);
  if (isWrong) return note(reader, `${path}.${key}`, key === 'id' ? notMediaId : notFetchable);
  return { type: format, [format]: { [key]: place, ...(filename === undefined ? {} : { filename }) } };
}

function readLocation(
  reader: ParameterReader,
  path: string,
  value: Fields,
): TemplateSendParameter | undefined {
  refuseOthers(reader, path, value, ['latitude', 'longitude', 'name', 'address']);
  // Meta's template pages write coordinates as strings.
  const degrees = (key: 'latitude' | 'longitude', bound: number): string | undefined => {
    const given = value[key];
    const text = typeof given === 'number' ? String(given) : given;
    if (typeof text !== 'string' || text.trim() === '' || !(Math.abs(Number(text)) <= bound))
      return note(reader, `${path}.${key}`, `must be degrees between -${bound} and ${bound}`, bound);
    return text;
  };
  const latitude = degrees('latitude', 90);
  const longitude = degrees('longitude', 180);
  const optional = (key: 'name' | 'address') =>
    value[key] === undefined
      ? {}
      : { [key]: readText(reader, `${path}.${key}`, value[key], 'the location header') };
  return { type: 'location', location: { latitude, longitude, ...optional('name'), ...optional('address') } };
}

function readProduct(
  reader: ParameterReader,
  path: string,
  value: Fields,
): TemplateSendParameter | undefined {
  refuseOthers(reader, path, value, ['productRetailerId', 'catalogId']);
  const product = readText(
    reader,
    `${path}.productRetailerId`,
    value['productRetailerId'],
    'the product header',
  );
  const catalog = readText(reader, `${path}.catalogId`, value['catalogId'], 'the product header');
  return { type: 'product', product: { product_retailer_id: product, catalog_id: catalog } };
}

/** Fills in a header; undefined when the template has none or there is nothing to fill in. */
export function headerMessage(
  reader: ParameterReader,
  path: string,
  header: TemplateHeader | undefined,
  value: unknown,
): TemplateSendComponent | undefined {
  if (header === undefined) {
    return value === undefined
      ? undefined
      : note(reader, path, `is given, but ${reader.title} has no header`);
  }
  if (header.format === 'text') {
    const parameters = readTextValues(reader, path, header.text, value, 'the header');
    return parameters.length === 0 ? undefined : { type: 'header', parameters };
  }
  if (!isRecord(value))
    return note(reader, path, `is missing: ${reader.title} has a ${header.format} header`);
  const parameter =
    header.format === 'location'
      ? readLocation(reader, path, value)
      : header.format === 'product'
        ? readProduct(reader, path, value)
        : readMedia(reader, path, header.format, value);
  return parameter && { type: 'header', parameters: [parameter] };
}
