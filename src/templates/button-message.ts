import type { TemplateButton, TemplateCardButton } from './button-definition.ts';
import { pluralize } from './pluralize.ts';
import { templateDocs, templateLimits } from './limits.ts';
import { isRecord, note, readText, refuseOthers, type ParameterReader } from './parameter-reader.ts';
import { findPlaceholders, removePlaceholders } from './placeholders.ts';
import { countCharacters } from '../shared/count-characters.ts';
import type { TemplateSendComponent, TemplateSendParameter } from './template-message.ts';

type Fields = Readonly<Record<string, unknown>>;
type Read = readonly TemplateSendParameter[] | undefined;

const action = (value: Fields): Read => [{ type: 'action', action: value }];

function readUrlEnding(reader: ParameterReader, path: string, url: string, value: unknown): Read {
  if (findPlaceholders(url).length === 0)
    return value === undefined
      ? undefined
      : note(reader, path, `is given, but this URL button of ${reader.title} has no placeholder`);
  const text = readText(reader, path, value, 'the URL button');
  if (text === undefined) return undefined;
  const base = url.replace(/\{\{[^]*$/, '');
  if (text.startsWith(base) || (/^https?:\/\//i.test(text) && base.endsWith('/')))
    return note(reader, path, `is a whole URL: give only what follows ${base}`);
  const length = countCharacters(removePlaceholders(url)) + countCharacters(text);
  if (length > templateLimits.url)
    return note(
      reader,
      path,
      `makes the URL ${length} characters long, at most ${templateLimits.url} are allowed`,
      templateLimits.url,
    );
  return [{ type: 'text', text }];
}

function readFlow(reader: ParameterReader, path: string, value: Fields): Read {
  refuseOthers(reader, path, value, ['flowToken', 'flowActionData']);
  const fields = {
    ...(value['flowToken'] === undefined ? {} : { flow_token: value['flowToken'] }),
    ...(value['flowActionData'] === undefined ? {} : { flow_action_data: value['flowActionData'] }),
  };
  return action(fields);
}

function readProducts(reader: ParameterReader, path: string, value: Fields): Read {
  refuseOthers(reader, path, value, ['thumbnailProductRetailerId', 'sections']);
  const thumbnail = readText(
    reader,
    `${path}.thumbnailProductRetailerId`,
    value['thumbnailProductRetailerId'],
    'the multi-product button',
  );
  const sections: readonly unknown[] = Array.isArray(value['sections']) ? value['sections'] : [];
  const read = sections.map((section, index) => {
    const at = `${path}.sections[${index}]`;
    const fields = isRecord(section) ? section : {};
    const title = readText(reader, `${at}.title`, fields['title'], 'a section of the multi-product button');
    const ids: readonly unknown[] = Array.isArray(fields['productRetailerIds'])
      ? fields['productRetailerIds']
      : [];
    if (ids.length === 0)
      note(reader, `${at}.productRetailerIds`, 'needs at least one product', 1, templateDocs.multiProduct);
    return { title, product_items: ids.map((id) => ({ product_retailer_id: id })) };
  });
  const products = read.reduce((sum, section) => sum + section.product_items.length, 0);
  const { productSections: maxSections, products: maxProducts } = templateLimits;
  if (read.length < 1 || read.length > maxSections)
    note(
      reader,
      `${path}.sections`,
      `has ${read.length} sections, 1 to ${maxSections} are allowed`,
      maxSections,
      templateDocs.multiProduct,
    );
  if (products > maxProducts)
    note(
      reader,
      `${path}.sections`,
      `has ${products} products, at most ${maxProducts} are allowed`,
      maxProducts,
      templateDocs.multiProduct,
    );
  return action({ thumbnail_product_retailer_id: thumbnail, sections: read });
}

function readVoiceCall(reader: ParameterReader, path: string, value: Fields): Read {
  refuseOthers(reader, path, value, ['ttlMinutes', 'payload']);
  const { ttlMinutes, payload } = value;
  const { min, max } = templateLimits.sentVoiceCallTtlMinutes;
  const parameters: TemplateSendParameter[] = [];
  if (ttlMinutes !== undefined) {
    if (
      typeof ttlMinutes !== 'number' ||
      !Number.isInteger(ttlMinutes) ||
      ttlMinutes < min ||
      ttlMinutes > max
    )
      note(
        reader,
        `${path}.ttlMinutes`,
        `must be a whole number from ${min} to ${max}`,
        max,
        templateDocs.callButton,
      );
    else parameters.push({ type: 'ttl_minutes', ttl_minutes: ttlMinutes });
  }
  if (payload !== undefined) {
    const text = readText(reader, `${path}.payload`, payload, 'the call button', templateLimits.callPayload);
    if (text !== undefined) parameters.push({ type: 'payload', payload: text });
  }
  return parameters;
}

function readButton(
  reader: ParameterReader,
  path: string,
  button: TemplateButton | TemplateCardButton,
  value: unknown,
  couponLimit: number,
): Read {
  switch (button.type) {
    case 'url':
      return readUrlEnding(reader, path, button.url, value);
    case 'copy_code': {
      const code = readText(reader, path, value, 'the copy code button', couponLimit);
      return code === undefined ? undefined : [{ type: 'coupon_code', coupon_code: code }];
    }
    case 'mpm':
    case 'order_details':
      if (!isRecord(value))
        return note(reader, path, `is missing: the ${button.type} button of ${reader.title} needs it`);
      return button.type === 'mpm' ? readProducts(reader, path, value) : action({ order_details: value });
    case 'phone_number':
    case 'spm':
    case 'request_contact_info':
      return value === undefined
        ? undefined
        : note(reader, path, `is given, but a ${button.type} button of ${reader.title} takes nothing`);
    case 'quick_reply': {
      if (value === undefined) return undefined;
      const payload = readText(reader, path, value, 'the quick reply button');
      return payload === undefined ? undefined : [{ type: 'payload', payload }];
    }
    case 'flow':
    case 'catalog':
    case 'voice_call': {
      if (value === undefined) return undefined;
      if (!isRecord(value))
        return note(reader, path, `must be an object: the ${button.type} button of ${reader.title}`);
      if (button.type === 'flow') return readFlow(reader, path, value);
      if (button.type === 'voice_call') return readVoiceCall(reader, path, value);
      refuseOthers(reader, path, value, ['thumbnailProductRetailerId']);
      const at = `${path}.thumbnailProductRetailerId`;
      const product = readText(reader, at, value['thumbnailProductRetailerId'], 'the catalogue button');
      return action({ thumbnail_product_retailer_id: product });
    }
  }
}

/** Fills in the buttons of a template or a card. `values` has one entry per button, in order; trailing ones may be left out. */
export function buttonMessages(
  reader: ParameterReader,
  path: string,
  buttons: readonly (TemplateButton | TemplateCardButton)[] | undefined,
  values: unknown,
  couponLimit: number = templateLimits.couponCode,
): readonly TemplateSendComponent[] {
  const list = buttons ?? [];
  if (values !== undefined && !Array.isArray(values)) {
    note(reader, path, `must be an array with one entry per button of ${reader.title}, in order`);
    return [];
  }
  const given: readonly unknown[] = values ?? [];
  if (given.length > list.length)
    note(
      reader,
      path,
      `has ${given.length} entries, but ${reader.title} has ${pluralize(list.length, 'button')}`,
      list.length,
    );
  return list.flatMap((button, index): readonly TemplateSendComponent[] => {
    const parameters = readButton(reader, `${path}[${index}]`, button, given[index], couponLimit);
    const base = { type: 'button' as const, sub_type: button.type, index };
    if (parameters !== undefined && parameters.length > 0) return [{ ...base, parameters }];
    // Meta refuses a send that does not name the template's flow button (131009), even when there is nothing to give it.
    return button.type === 'flow' ? [base] : [];
  });
}
