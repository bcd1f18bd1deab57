import { textOf } from '../../shared/text-of.ts';
import { toDigits } from '../../shared/phone-number.ts';
import type {
  TemplateButtonPayload,
  TemplateComponentPayload,
  TemplateOptimizationPayload,
} from '../payload.ts';
import { readComponents } from '../read-components.ts';
import { readOtpButton } from './otp-button.ts';

/** What both sides of a comparison have: a creation payload, or a template read from the API. */
export interface ComparableTemplate {
  readonly category: string;
  readonly components: readonly TemplateComponentPayload[];
  readonly message_send_ttl_seconds?: number | undefined;
  readonly optimization_spec?: TemplateOptimizationPayload | undefined;
  readonly cta_url_link_tracking_opted_out?: boolean | undefined;
}

type Leaf = readonly [path: string, value: string];

// Labels that Meta writes itself, in its own way.
const fixedLabel = new Set(['catalog', 'mpm', 'spm', 'copy_code', 'request_contact_info']);
const thirtyDays = 2_592_000;

const leaf = (path: string, value: string | number | boolean | undefined): readonly Leaf[] =>
  value === undefined ? [] : [[path, textOf(value).replaceAll('\r\n', '\n').trim()]];

function otpLeaves(path: string, button: TemplateButtonPayload): readonly Leaf[] {
  const otp = readOtpButton(button);
  if (otp === undefined) return leaf(`${path}.type`, button.type.toLowerCase());
  return [
    ...leaf(`${path}.otp_type`, otp.otpType),
    ...leaf(`${path}.text`, button.text),
    ...leaf(`${path}.autofill_text`, button.autofill_text),
    ...(otp.apps ?? []).flatMap((app, index) => [
      ...leaf(`${path}.supported_apps[${index}].package_name`, app.package_name),
      ...leaf(`${path}.supported_apps[${index}].signature_hash`, app.signature_hash),
    ]),
  ];
}

function buttonLeaves(path: string, button: TemplateButtonPayload): readonly Leaf[] {
  const type = button.type.toLowerCase();
  const link = button.app_deep_link;
  return [
    ...leaf(`${path}.type`, type),
    ...(fixedLabel.has(type) ? [] : leaf(`${path}.text`, button.text)),
    ...leaf(`${path}.url`, button.url),
    ...leaf(`${path}.app_deep_link.meta_app_id`, link?.meta_app_id),
    ...leaf(`${path}.app_deep_link.android_deep_link`, link?.android_deep_link),
    ...leaf(`${path}.app_deep_link.android_fallback_playstore_url`, link?.android_fallback_playstore_url),
    ...leaf(`${path}.phone_number`, button.phone_number && toDigits(button.phone_number)),
    ...leaf(`${path}.flow_id`, button.flow_id),
    ...leaf(`${path}.flow_action`, button.flow_action?.toLowerCase()),
    ...leaf(`${path}.navigate_screen`, button.navigate_screen),
    ...leaf(`${path}.icon`, button.icon),
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
        (isAuthentication ? otpLeaves : buttonLeaves)(`${at}[${index}]`, button),
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
  const category = textOf(template.category).toLowerCase();
  const ttl = template.message_send_ttl_seconds;
  return new Map([
    ...leaf('category', category),
    ...leaf('message_send_ttl_seconds', ttl === -1 ? thirtyDays : ttl),
    ...leaf('optimization_spec.bid_strategy', template.optimization_spec?.bid_strategy),
    ...leaf('optimization_spec.bid_amount', template.optimization_spec?.bid_amount),
    ...leaf('cta_url_link_tracking_opted_out', template.cta_url_link_tracking_opted_out),
    ...readComponents(template.components).components.flatMap((part) =>
      componentLeaves('', part, category === 'authentication'),
    ),
  ]);
}

// Paths that differ only where the code names them: Meta fills them in otherwise.
const onlyWhenGiven = {
  content:
    /^message_send_ttl_seconds$|^cta_url_link_tracking_opted_out$|^optimization_spec\.|\.(?:flow_id|flow_action|navigate_screen|icon|ttl_minutes)$/,
  authentication: /^message_send_ttl_seconds$|^buttons\[\d+\]\.(?!type$)/,
};
// Paths that differ only where the account has them: the URL that an OTP button becomes may leave its parts out.
const onlyWhenReturned = { content: /\.icon$/, authentication: /^buttons\[\d+\]\.(?!type$)/ };

/** One part that differs between the code and the account. */
export interface TemplateChange {
  /** In Meta's spelling: `body.text`, `buttons[0].url`, `category`. */
  readonly path: string;
  /** In the code; missing when only the account has it. */
  readonly local?: string | undefined;
  /** In the account; missing when only the code has it. */
  readonly remote?: string | undefined;
}

/** Whether a template of the account gets another max price and nothing else: no review, and none of the limits on edits. */
export const isOptimizationOnly = (
  template: { readonly status: string },
  changes: readonly TemplateChange[],
): boolean =>
  template.status === 'APPROVED' && changes.every(({ path }) => path.startsWith('optimization_spec.'));

/** Compares the code's template with the account's. */
export function changesBetween(
  local: ComparableTemplate,
  remote: ComparableTemplate,
): readonly TemplateChange[] {
  const kind = local.category.toLowerCase() === 'authentication' ? 'authentication' : 'content';
  const here = comparable(local);
  const there = comparable(remote);
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((path) => here.get(path) !== there.get(path))
    .filter((path) => here.has(path) || !onlyWhenGiven[kind].test(path))
    .filter((path) => there.has(path) || !onlyWhenReturned[kind].test(path))
    .map((path) => ({ path, local: here.get(path), remote: there.get(path) }));
}
