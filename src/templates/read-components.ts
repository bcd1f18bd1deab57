import { omitUndefined } from './omit-undefined.ts';
import { isRecord } from './parameter-reader.ts';
import type { TemplateComponentPayload } from './payload.ts';

/** A type; `?` at its end: may be missing. `id`: a text or a number. */
type Kind = 'string' | 'string?' | 'number?' | 'boolean?' | 'id' | 'id?' | 'strings?' | 'array?';
type Shape = Kind | { readonly list: Fields; readonly required?: true } | { readonly object: Fields };
interface Fields {
  readonly [name: string]: Shape;
}

// What this package reads of a component, as `TemplateComponentPayload` has it.
const samples: Shape = { list: { param_name: 'string', example: 'string' } };
const button: Fields = {
  type: 'string',
  text: 'string?',
  url: 'string?',
  phone_number: 'string?',
  example: 'strings?',
  app_deep_link: {
    object: {
      meta_app_id: 'id',
      android_deep_link: 'string',
      android_fallback_playstore_url: 'string?',
    },
  },
  flow_id: 'id?',
  flow_action: 'string?',
  navigate_screen: 'string?',
  icon: 'string?',
  ttl_minutes: 'number?',
  otp_type: 'string?',
  autofill_text: 'string?',
  supported_apps: { list: { package_name: 'string', signature_hash: 'string' } },
};
const cardComponent: Fields = {
  type: 'string',
  format: 'string?',
  text: 'string?',
  example: {
    object: {
      header_text: 'array?',
      header_text_named_params: samples,
      body_text: 'array?',
      body_text_named_params: samples,
    },
  },
  buttons: { list: button },
  limited_time_offer: { object: { text: 'string', has_expiration: 'boolean?' } },
  add_security_recommendation: 'boolean?',
  code_expiration_minutes: 'number?',
};
const component: Fields = {
  ...cardComponent,
  cards: { list: { components: { list: cardComponent, required: true } } },
};

function isOf(kind: Kind, value: unknown): boolean {
  if (kind.startsWith('id')) return typeof value === 'string' || typeof value === 'number';
  if (kind === 'array?') return Array.isArray(value);
  if (kind === 'strings?') return [value].flat().every((one) => typeof one === 'string');
  return typeof value === kind.replace('?', '');
}

/** Returns a value without what does not fit, whose paths it adds to `wrong`; `undefined` if nothing is left. */
function read(value: unknown, shape: Shape, path: string, wrong: string[]): unknown {
  const isMissing = value === undefined || value === null;
  if (typeof shape === 'string') {
    if (!isMissing && isOf(shape, value)) return value;
    if (!isMissing || !shape.endsWith('?')) wrong.push(path);
    return undefined;
  }
  if ('list' in shape) {
    if (Array.isArray(value))
      return value.flatMap(
        (item, index) => read(item, { object: shape.list }, `${path}[${index}]`, wrong) ?? [],
      );
    if (!isMissing || shape.required) wrong.push(path);
    return shape.required ? [] : undefined;
  }
  if (isMissing) return undefined;
  if (!isRecord(value)) {
    wrong.push(path);
    return undefined;
  }
  const entries = Object.entries(shape.object).map(
    ([name, inner]) => [name, inner, read(value[name], inner, `${path}.${name}`, wrong)] as const,
  );
  const isWhole = entries.every(
    ([, inner, own]) => own !== undefined || typeof inner !== 'string' || inner.endsWith('?'),
  );
  const own = entries.map(([name, , fitting]) => [name, fitting] as const);
  return isWhole ? omitUndefined({ ...value, ...Object.fromEntries(own) }) : undefined;
}

/** The components of a template, and what of them cannot be read. */
export interface ReadComponents {
  readonly components: readonly TemplateComponentPayload[];
  /** The path of the first part that has not the type which Meta documents: `components[0].format`. */
  readonly wrong: string | undefined;
}

/** Reads the components of a template as Meta returned them. What has not the type that Meta documents counts as left out. */
export function readComponents(value: unknown): ReadComponents {
  const wrong: string[] = [];
  const components = read(value ?? [], { list: component }, 'components', wrong) ?? [];
  return { components: components as readonly TemplateComponentPayload[], wrong: wrong[0] };
}
