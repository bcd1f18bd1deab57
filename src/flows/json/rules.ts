// The rules for Flow JSON, by the code that Meta gives to a break of them.
//
// Sources:
// - `page`: Meta, "Flows: error codes", static validation errors (read 2026-11-28). Confidence high.
// - `builder`: the validator that the web page of Meta's Flow Builder loads, as public captures of 2026 show it; newer than the page and
//   without words for it there. Confidence high for the rule, medium for the code that the API gives.
// - `components`: the limits of Meta's "Flow JSON components", as the typed Flows of pywa (MIT) repeat them. Neither validator checks them, so
//   they are warnings. Confidence medium.
//
// Meta's page has a code of its own for each kind of component that is too often on a screen (`MAX_FOOTER_PER_SCREEN`, …); the Builder has
// one, which is used here.

/** Where a rule comes from; see the top of this file. */
type RuleSource = 'page' | 'builder' | 'components';

interface Rule {
  /** Meta's code. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly source: RuleSource;
}

const page = <Code extends string>(code: Code) => ({ code, severity: 'error', source: 'page' }) as const;
const builder = <Code extends string>(code: Code) =>
  ({ code, severity: 'error', source: 'builder' }) as const;

export const flowJsonRules = {
  // The file and its versions.
  json: page('INVALID_FLOW_JSON'),
  versionMissing: page('MISSING_FLOW_JSON_VERSION'),
  versionForm: page('INVALID_FLOW_JSON_VERSION'),
  versionEnded: page('UNSUPPORTED_FLOW_JSON_VERSION'),
  versionUnknown: { code: 'UNAVAILABLE_FLOW_JSON_VERSION', severity: 'warning', source: 'page' },
  dataApiVersion: builder('INVALID_PROPERTY_VALUE'),
  dataApiVersionUnknown: { code: 'NO_SUPPORTED_DATA_API_VERSION', severity: 'warning', source: 'page' },
  // The shape.
  property: page('INVALID_PROPERTY_KEY'),
  propertyUnknown: { code: 'INVALID_PROPERTY_KEY', severity: 'warning', source: 'page' },
  value: page('INVALID_PROPERTY_VALUE'),
  componentUnknown: { code: 'INVALID_PROPERTY_VALUE', severity: 'warning', source: 'page' },
  type: page('INVALID_PROPERTY_TYPE'),
  format: page('INVALID_PROPERTY_VALUE_FORMAT'),
  minItems: page('MIN_ITEMS_REQUIRED'),
  maxItems: builder('MAX_ITEMS_REQUIRED'),
  minChars: page('MIN_CHARS_REQUIRED'),
  required: builder('MISSING_REQUIRED_PROPERTY'),
  requiredType: page('MISSING_REQUIRED_TYPE_PROPERTY'),
  pattern: page('PATTERN_MISMATCH'),
  enum: page('INVALID_ENUM_VALUE'),
  dependency: page('INVALID_DEPENDENCIES'),
  exclusive: page('NOT_KEYWORD_SCHEMA_VALIDATION_FAILED'),
  placement: builder('ONE_OF_SCHEMA_VALIDATION_FAILED'),
  minimum: page('MINIMUM_VALUE_REQUIRED'),
  maximum: page('MAXIMUM_VALUE_REQUIRED'),
  minAboveMax: page('MIN_VALUE_GREATER_THAN_MAX'),
  tooLong: { code: 'MAX_CHARS', severity: 'warning', source: 'components' },
  tooMany: { code: 'MAX_ITEMS_REQUIRED', severity: 'warning', source: 'components' },
  // Screens.
  screens: page('MAX_SCREENS_NUMBER'),
  screenIdTwice: page('DUPLICATE_SCREEN_IDS'),
  screenIdReserved: page('SCREEN_ID_IS_RESERVED_KEYWORD'),
  noTerminal: page('MISSING_TERMINAL_SCREEN'),
  noFooter: page('MISSING_FOOTER_ON_TERMINAL_SCREEN'),
  // The Builder checks these two from 7.3 (the second up to 5.1 as well); Meta's page names no version.
  noFooterBefore73: { code: 'MISSING_FOOTER_ON_TERMINAL_SCREEN', severity: 'warning', source: 'page' },
  navigatePayloadBefore73: { code: 'INVALID_NAVIGATE_ACTION_PAYLOAD', severity: 'warning', source: 'page' },
  components: builder('MAX_ALLOWED_COMPONENTS_PER_SCREEN'),
  componentsAdvised: {
    code: 'MAX_ALLOWED_COMPONENTS_PER_SCREEN',
    severity: 'warning',
    source: 'components',
  },
  componentsOfType: builder('COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN'),
  nameTwice: page('DUPLICATE_FORM_COMPONENT_NAMES'),
  outsideForm: page('COMPONENTS_OUTSIDE_FORM'),
  richText: builder('INVALID_RICHTEXT_PLACEMENT'),
  notAlone: builder('INVALID_COMPONENT_PLACEMENT'),
  ifFooter: page('MISSING_FOOTER_IN_IF_ELSE_BRANCHES'),
  switchFooter: page('MISSING_FOOTER_IN_SWITCH_BRANCHES'),
  ifNesting: builder('MAXIMUM_IF_NESTING'),
  switchEmpty: builder('EMPTY_SWITCH_CASES'),
  sensitive: builder('INVALID_SENSITIVE_FIELD'),
  nativeInitValue: page('NATIVE_COMPONENT_IN_FORM_INIT_VALUES'),
  imageAndColor: builder('DATA_SOURCE_ITEMS_HAVE_BOTH_IMAGE_AND_COLOR'),
  listCondition: builder('INVALID_PROPERTY_VALUE_FOR_CONDITION'),
  // Meta misspells it.
  listTwice: builder('DUPLICATE_PROPETY_FOR_CONDITION'),
  // Data, actions and routes.
  data: page('INVALID_SCREEN_DATA'),
  binding: page('INVALID_SCREEN_DYNAMIC_DATA'),
  payloadBinding: page('INVALID_ON_CLICK_ACTION_PAYLOAD'),
  complete: page('INVALID_COMPLETE_ACTION'),
  nextScreen: page('INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME'),
  updatePayload: page('INVALID_ACTION_PAYLOAD_PROPERTY'),
  globalBinding: page('INVALID_SCREEN_DATA'),
  navigatePayload: page('INVALID_NAVIGATE_ACTION_PAYLOAD'),
  noNavigatePayload: builder('MISSING_NAVIGATION_ACTION_PAYLOAD'),
  endpoint: page('MISSING_REQUIRED_PROPERTY'),
  routing: page('INVALID_ROUTING_MODEL'),
} as const satisfies Readonly<Record<string, Rule>>;

export type FlowJsonRule = keyof typeof flowJsonRules;

/** What is wrong, in Meta's spelling; `MAX_CHARS` alone is ours, for texts longer than Meta's page allows. */
export type FlowJsonCode = (typeof flowJsonRules)[FlowJsonRule]['code'];

// Source: the rows above; "a Flow cannot have more than 100 screens", 10 branches and 10 MB are of Meta's page, 50 components of `components`, the rest of the Builder.
export const flowJsonLimits = {
  bytes: 10_485_760,
  screens: 100,
  componentsPerScreen: 100,
  componentsAdvised: 50,
  branchesPerScreen: 10,
  ifDepth: 3,
  tagsPerItem: 3,
  carouselsPerFlow: 3,
} as const;

/** How often a component may be on one screen; of `If` and `Switch` the fullest branch counts. Source: `builder`, and `page` for the first four. */
export const maxPerScreen: Readonly<Record<string, number>> = {
  Footer: 1,
  EmbeddedLink: 2,
  Image: 3,
  OptIn: 5,
  PhotoPicker: 1,
  DocumentPicker: 1,
  NavigationList: 2,
  ImageCarousel: 2,
};
