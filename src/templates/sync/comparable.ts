import { toDigits } from '../../shared/phone-number.ts';
import type { TemplateButtonPayload, TemplateComponentPayload } from '../payload.ts';

/** What both sides of a comparison have: a creation payload, or a template read from the API. */
export interface ComparableTemplate {
  readonly category: string;
  readonly components: readonly TemplateComponentPayload[];
  readonly message_send_ttl_seconds?: number | undefined;
}

type Leaf = readonly [path: string, value: string];

// Labels that Meta writes itself, in its own way.
const fixedLabel = new Set(['catalog', 'mpm', 'spm', 'copy_code', 'request_contact_info']);
const thirtyDays = 2_592_000;

const leaf = (path: string, value: string | number | boolean | undefined): readonly Leaf[] =>
  value === undefined ? [] : [[path, String(value).replaceAll('\r\n', '\n').trim()]];

/** An OTP button comes back as a URL button whose address tells what it was. */
function otpType({ otp_type, url = '' }: TemplateButtonPayload): string | undefined {
  return (otp_type ?? /[?&]otp_type=(\w+)/.exec(url)?.[1])?.toLowerCase();
}

function buttonLeaves(
  path: string,
  button: TemplateButtonPayload,
  isAuthentication: boolean,
): readonly Leaf[] {
  const type = button.type.toLowerCase();
  if (isAuthentication) return leaf(`${path}.otp_type`, otpType(button));
  return [
    ...leaf(`${path}.type`, type),
    ...(fixedLabel.has(type) ? [] : leaf(`${path}.text`, button.text)),
    ...leaf(`${path}.url`, button.url),
    ...leaf(`${path}.phone_number`, button.phone_number && toDigits(button.phone_number)),
    ...leaf(`${path}.flow_id`, button.flow_id),
    ...leaf(`${path}.flow_action`, button.flow_action?.toLowerCase()),
    ...leaf(`${path}.navigate_screen`, button.navigate_screen),
    ...leaf(`${path}.ttl_minutes`, button.ttl_minutes),
  ];
}

function componentLeaves(
  path: string,
  component: TemplateComponentPayload,
  isAuthentication: boolean,
): readonly Leaf[] {
  const type = component.type.toLowerCase();
  const at = `${path}${type}`;
  switch (type) {
    case 'header': {
      const format = component.format?.toLowerCase();
      return [...leaf(`${at}.format`, format), ...leaf(`${at}.text`, component.text)];
    }
    case 'body':
      return isAuthentication
        ? leaf(`${at}.add_security_recommendation`, component.add_security_recommendation === true)
        : leaf(`${at}.text`, component.text);
    case 'footer':
      return isAuthentication
        ? leaf(`${at}.code_expiration_minutes`, component.code_expiration_minutes)
        : leaf(`${at}.text`, component.text);
    case 'buttons':
      return (component.buttons ?? []).flatMap((button, index) =>
        buttonLeaves(`${at}[${index}]`, button, isAuthentication),
      );
    case 'carousel':
      return (component.cards ?? []).flatMap((card, index) =>
        card.components.flatMap((part) => componentLeaves(`${at}[${index}].`, part, false)),
      );
    case 'limited_time_offer':
      return [
        ...leaf(`${at}.text`, component.limited_time_offer?.text),
        ...leaf(`${at}.has_expiration`, component.limited_time_offer?.has_expiration === true),
      ];
    default:
      return [[at, 'present']];
  }
}

/**
 * The parts of a template that customers see or that cost, as paths and values. Samples are left out: Meta replaces those of files by
 * links of its own, and no customer sees them.
 */
function comparable(template: ComparableTemplate): ReadonlyMap<string, string> {
  const category = template.category.toLowerCase();
  const ttl = template.message_send_ttl_seconds;
  return new Map([
    ...leaf('category', category),
    ...leaf('message_send_ttl_seconds', ttl === -1 ? thirtyDays : ttl),
    ...template.components.flatMap((part) => componentLeaves('', part, category === 'authentication')),
  ]);
}

// Meta fills these in with values of its own when they are not given.
const onlyWhenGiven =
  /(?:^message_send_ttl_seconds|\.(?:flow_id|flow_action|navigate_screen|ttl_minutes|otp_type))$/;

/** One part that differs between the code and the account. */
export interface TemplateChange {
  /** In Meta's spelling: `body.text`, `buttons[0].url`, `category`. */
  readonly path: string;
  /** In the code; missing when only the account has it. */
  readonly local?: string | undefined;
  /** In the account; missing when only the code has it. */
  readonly remote?: string | undefined;
}

/** Compares the code's template with the account's. */
export function changesBetween(
  local: ComparableTemplate,
  remote: ComparableTemplate,
): readonly TemplateChange[] {
  const here = comparable(local);
  const there = comparable(remote);
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((path) => here.get(path) !== there.get(path))
    .filter((path) => here.has(path) || !onlyWhenGiven.test(path))
    .filter((path) => there.has(path) || !path.endsWith('.otp_type'))
    .map((path) => ({ path, local: here.get(path), remote: there.get(path) }));
}
