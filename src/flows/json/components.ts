// The components of Flow JSON: their properties, and the version that brought each.
//
// Source: the schema of each component and version in the validator of Meta's Flow Builder (public captures of 2026), which Meta's "Flow JSON
// components" describes in words; confidence high. The lengths of texts (`chars`) and the numbers of options (`most`) are of the page alone,
// as pywa (MIT) repeats them; Meta's validators do not check them, so they give warnings; confidence medium. Lengths on which the
// copies of the page disagree (OptIn's label) are left out.

/** The names of actions. Source: the same. */
export type FlowAction = 'data_exchange' | 'navigate' | 'complete' | 'open_url' | 'update_data';

/** What a property takes. Where it is not `fixed`, it may be a binding, such as `${data.name}`, instead. */
type PropertyShape =
  | { readonly kind: 'text'; readonly chars?: number; readonly orList?: true }
  | { readonly kind: 'boolean'; readonly fixed?: true }
  | {
      readonly kind: 'number';
      readonly whole?: true;
      readonly fixed?: true;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'texts' }
  | { readonly kind: 'click'; readonly actions: readonly FlowAction[] }
  | { readonly kind: 'select'; readonly actions: readonly FlowAction[] }
  | { readonly kind: 'options'; readonly item: Properties; readonly least: number; readonly most?: number }
  | { readonly kind: 'object'; readonly properties: Properties }
  | { readonly kind: 'components' }
  | { readonly kind: 'cases' }
  | { readonly kind: 'binding' }
  | { readonly kind: 'anything' };

/** A property, and when it may or must stand. */
export type PropertyRule = PropertyShape & {
  readonly required?: true;
  /** The first version of Flow JSON that has it. Default: every version that can be published. */
  readonly since?: string;
  /** Not inside a `Form`, which has `init-values` and `error-messages` instead. */
  readonly outsideForm?: true;
};

export type Properties = Readonly<Record<string, PropertyRule>>;

export interface ComponentRule {
  /** The first version of Flow JSON that has it. Default: every version that can be published. */
  readonly since?: string;
  readonly properties: Properties;
  /** The property that its lower bound may not exceed, and that bound. */
  readonly range?: readonly [min: string, max: string];
}

const text = (chars?: number): PropertyShape =>
  chars === undefined ? { kind: 'text' } : { kind: 'text', chars };
const need = (shape: PropertyShape): PropertyRule => ({ ...shape, required: true });
const from = (since: string, shape: PropertyShape): PropertyRule => ({ ...shape, since });
const outside = (shape: PropertyShape): PropertyRule => ({ ...shape, outsideForm: true });
const flag: PropertyShape = { kind: 'boolean' };
const fixedFlag: PropertyShape = { kind: 'boolean', fixed: true };
const number = (min?: number): PropertyShape =>
  min === undefined ? { kind: 'number' } : { kind: 'number', min };
const whole: PropertyShape = { kind: 'number', whole: true };
const between = (min: number, max: number): PropertyShape => ({
  kind: 'number',
  whole: true,
  fixed: true,
  min,
  max,
});
const choice = (...values: readonly string[]): PropertyShape => ({ kind: 'choice', values });
const select = (...actions: readonly FlowAction[]): PropertyShape => ({ kind: 'select', actions });
const click = (...actions: readonly FlowAction[]): PropertyShape => ({ kind: 'click', actions });
const anything: PropertyShape = { kind: 'anything' };
const texts: PropertyShape = { kind: 'texts' };

const itemActions: Properties = {
  'on-select-action': from('6.0', select('update_data')),
  'on-unselect-action': from('6.0', select('update_data')),
};

const option: Properties = {
  id: need(text()),
  title: need(text(30)),
  description: text(300),
  metadata: text(20),
  enabled: flag,
  color: text(),
  image: text(),
  'alt-text': text(),
  ...itemActions,
};

const chip: Properties = { id: need(text()), title: need(text()), enabled: flag, ...itemActions };

const options = (most: number): PropertyRule => need({ kind: 'options', item: option, least: 1, most });

/** What each field of a form has. */
const field = {
  name: need(text()),
  required: flag,
  enabled: flag,
  visible: flag,
} as const satisfies Properties;

const ownErrors: Properties = { 'init-value': outside(anything), 'error-message': outside(anything) };

const group: Properties = {
  ...field,
  ...ownErrors,
  label: need(text(30)),
  description: text(300),
  'data-source': options(20),
  'media-size': choice('regular', 'large'),
  'on-select-action': select('data_exchange', 'update_data'),
  'on-unselect-action': from('6.0', select('update_data')),
};

const picker: Properties = {
  name: need(text()),
  label: need(text(30)),
  description: text(300),
  'max-file-size-kb': between(1, 25_600),
  enabled: flag,
  visible: flag,
  'error-message': outside(anything),
};

const dates: Properties = {
  ...field,
  ...ownErrors,
  label: need(anything),
  'helper-text': anything,
  'min-date': text(),
  'max-date': text(),
  'unavailable-dates': texts,
  'on-select-action': select('data_exchange'),
};

const longText: Properties = {
  text: need({ kind: 'text', chars: 4096, orList: true }),
  'font-weight': choice('bold', 'italic', 'bold_italic', 'normal'),
  strikethrough: flag,
  markdown: fixedFlag,
  visible: flag,
};

const content = (title: number, description: number, metadata: number): Properties => ({
  title: text(title),
  description: text(description),
  metadata: text(metadata),
});

const navigationItem: Properties = {
  id: need(text()),
  'main-content': need({ kind: 'object', properties: { ...content(30, 20, 80), title: need(text(30)) } }),
  end: { kind: 'object', properties: content(10, 20, 80) },
  start: { kind: 'object', properties: { image: need(text()), 'alt-text': text() } },
  badge: text(15),
  tags: texts,
  enabled: fixedFlag,
  'on-click-action': click('data_exchange', 'navigate'),
};

export const flowComponents: Readonly<Record<string, ComponentRule>> = {
  TextHeading: { properties: { text: need(text(80)), visible: flag } },
  TextSubheading: { properties: { text: need(text(80)), visible: flag } },
  TextBody: { properties: longText },
  TextCaption: { properties: longText },
  RichText: { properties: { text: need({ kind: 'text', orList: true }), visible: flag } },
  TextInput: {
    range: ['min-chars', 'max-chars'],
    properties: {
      ...field,
      ...ownErrors,
      label: need(text(20)),
      'input-type': choice('text', 'number', 'password', 'passcode', 'phone', 'email'),
      'helper-text': text(80),
      'min-chars': number(),
      'max-chars': number(),
      pattern: from('6.2', text()),
      'label-variant': from('7.0', choice('large')),
    },
  },
  TextArea: {
    properties: {
      ...field,
      ...ownErrors,
      label: need(text(20)),
      'helper-text': text(80),
      'max-length': whole,
      'label-variant': from('7.0', choice('large')),
    },
  },
  CheckboxGroup: {
    range: ['min-selected-items', 'max-selected-items'],
    properties: { ...group, 'min-selected-items': number(0), 'max-selected-items': number(2) },
  },
  RadioButtonsGroup: { properties: group },
  ChipsSelector: {
    since: '6.3',
    range: ['min-selected-items', 'max-selected-items'],
    properties: {
      ...field,
      ...ownErrors,
      label: need(text(80)),
      description: text(300),
      'data-source': need({ kind: 'options', item: chip, least: 1, most: 20 }),
      'min-selected-items': number(0),
      'max-selected-items': number(1),
      'on-select-action': from('7.1', select('data_exchange', 'update_data')),
      'on-unselect-action': from('7.1', select('update_data')),
    },
  },
  Dropdown: {
    properties: {
      ...field,
      ...ownErrors,
      label: need(text(30)),
      'data-source': options(200),
      'on-select-action': select('data_exchange', 'update_data'),
      'on-unselect-action': from('6.0', select('update_data')),
    },
  },
  OptIn: {
    properties: {
      name: need(text()),
      label: need(text()),
      required: flag,
      visible: flag,
      'init-value': outside(anything),
      'on-click-action': click('data_exchange', 'navigate', 'open_url'),
      ...itemActions,
    },
  },
  DatePicker: {
    properties: { ...dates, label: need(text(40)), 'helper-text': text(80) },
  },
  CalendarPicker: {
    since: '6.1',
    range: ['min-days', 'max-days'],
    properties: {
      ...dates,
      required: anything,
      title: text(80),
      description: text(300),
      mode: choice('single', 'range'),
      'include-days': texts,
      'min-days': whole,
      'max-days': whole,
    },
  },
  PhotoPicker: {
    range: ['min-uploaded-photos', 'max-uploaded-photos'],
    properties: {
      ...picker,
      'photo-source': choice('camera', 'gallery', 'camera_gallery'),
      'min-uploaded-photos': between(0, 30),
      'max-uploaded-photos': between(1, 30),
    },
  },
  DocumentPicker: {
    range: ['min-uploaded-documents', 'max-uploaded-documents'],
    properties: {
      ...picker,
      'allowed-mime-types': texts,
      'min-uploaded-documents': between(0, 30),
      'max-uploaded-documents': between(1, 30),
    },
  },
  EmbeddedLink: {
    properties: {
      text: need(text(35)),
      visible: flag,
      'on-click-action': need(click('data_exchange', 'navigate', 'open_url')),
    },
  },
  Footer: {
    properties: {
      label: need(text(35)),
      'left-caption': text(15),
      'center-caption': text(15),
      'right-caption': text(15),
      enabled: flag,
      'on-click-action': need(click('data_exchange', 'navigate', 'complete')),
    },
  },
  Image: {
    properties: {
      src: need(text()),
      width: number(),
      height: number(),
      'aspect-ratio': number(),
      'scale-type': choice('cover', 'contain'),
      'alt-text': text(),
      visible: flag,
    },
  },
  ImageCarousel: {
    since: '7.1',
    properties: {
      images: need({
        kind: 'options',
        item: { src: need(text()), 'alt-text': need(text()) },
        least: 1,
        most: 3,
      }),
      'aspect-ratio': choice('4:3', '16:9'),
      'scale-type': choice('cover', 'contain'),
      visible: flag,
    },
  },
  NavigationList: {
    since: '6.2',
    properties: {
      name: need(text()),
      label: text(80),
      description: text(300),
      'media-size': choice('regular', 'large'),
      'list-items': need({ kind: 'options', item: navigationItem, least: 1, most: 20 }),
      'on-click-action': click('data_exchange', 'navigate'),
    },
  },
  If: {
    properties: {
      condition: need(anything),
      then: need({ kind: 'components' }),
      else: { kind: 'components' },
    },
  },
  Switch: { properties: { value: need({ kind: 'binding' }), cases: need({ kind: 'cases' }) } },
  Form: {
    properties: {
      name: need(text()),
      children: need({ kind: 'components' }),
      'init-values': anything,
      'error-messages': anything,
    },
  },
};

/** Components whose answer is a file. */
export const nativeComponents: readonly string[] = ['PhotoPicker', 'DocumentPicker'];

/** Components that take an answer outside a `Form` only if the screen has none. Source: Meta, "Flows: error codes", and the Builder. */
export const formOnlyComponents: readonly string[] = [
  'TextInput',
  'TextArea',
  'CheckboxGroup',
  'RadioButtonsGroup',
  'OptIn',
  'Dropdown',
  'DatePicker',
  ...nativeComponents,
];

const notInBranches = ['Form', 'RichText', 'NavigationList', 'ImageCarousel'];

/** What may not stand inside these; `ChipsSelector` is taken in branches from 7.1. Source: the same schemas. */
export const notInside: Readonly<Record<string, readonly string[]>> = {
  Form: ['Form', 'RichText'],
  If: notInBranches,
  Switch: [...notInBranches, 'If', 'Switch'],
};
