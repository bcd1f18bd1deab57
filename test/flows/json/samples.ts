/** A part of a Flow JSON that a test changes. */
export type Json = Record<string, unknown>;

/** A Flow JSON of a sample. */
export interface SampleFlow extends Json {
  version: string;
  screens: Json[];
}

const footer = (action: Json): Json => ({ type: 'Footer', label: 'Continue', 'on-click-action': action });

const complete: Json = { name: 'complete', payload: {} };

const goTo = (screen: string, payload: Json = {}): Json => ({
  name: 'navigate',
  next: { type: 'screen', name: screen },
  payload,
});

const layout = (...children: Json[]): Json => ({ type: 'SingleColumnLayout', children });

const options = [
  { id: 'mon', title: 'Monday', description: 'All day', enabled: true },
  { id: 'fri', title: 'Friday', metadata: '2 left' },
];

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** One screen that ends the Flow. */
export const smallest = (version = '7.3'): SampleFlow => ({
  version,
  screens: [
    {
      id: 'WELCOME',
      title: 'Welcome',
      terminal: true,
      success: true,
      layout: layout({ type: 'TextHeading', text: 'Hello' }, footer({ ...complete })),
    },
  ],
});

/** Three screens with an endpoint, a routing model and data that is passed on. */
export const booking = (version = '7.3'): SampleFlow => ({
  version,
  data_api_version: version === '7.3' ? '4.0' : '3.0',
  routing_model: { DAY: ['CONTACT'], CONTACT: ['CONFIRM'], CONFIRM: [] },
  screens: [
    {
      id: 'DAY',
      title: 'Day',
      refresh_on_back: true,
      data: {
        days: {
          type: 'array',
          items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
          __example__: [{ id: 'mon', title: 'Monday' }],
        },
        open: { type: 'boolean', __example__: true },
      },
      layout: layout(
        { type: 'Dropdown', name: 'day', label: 'Day', required: true, 'data-source': '${data.days}' },
        { type: 'TextBody', text: 'Closed on Sundays.', visible: '${data.open}' },
        footer(goTo('CONTACT', { day: '${form.day}' })),
      ),
    },
    {
      id: 'CONTACT',
      title: 'Contact',
      sensitive: ['phone'],
      data: { day: { type: 'string', __example__: 'mon' } },
      layout: layout({
        type: 'Form',
        name: 'contact',
        'init-values': { phone: '+351' },
        children: [
          { type: 'TextCaption', text: '${data.day}' },
          {
            type: 'TextInput',
            name: 'phone',
            label: 'Phone',
            'input-type': 'phone',
            'min-chars': 5,
            'max-chars': 20,
          },
          footer({
            name: 'data_exchange',
            payload: { phone: '${form.phone}', day: '${screen.DAY.form.day}' },
          }),
        ],
      }),
    },
    {
      id: 'CONFIRM',
      title: 'Confirm',
      terminal: true,
      layout: layout({ type: 'TextSubheading', text: 'Thank you' }, footer({ ...complete })),
    },
  ],
});

/** Every component that a version has, each in use. */
export function everyComponent(version = '7.3'): SampleFlow {
  const since = (first: string, ...components: Json[]): Json[] => (version >= first ? components : []);
  const screen = (id: string, next: string, ...children: Json[]): Json => ({
    id,
    title: id,
    layout: layout(...children, footer(goTo(next))),
  });
  return {
    version,
    screens: [
      screen(
        'TEXTS',
        'FIELDS',
        { type: 'TextHeading', text: 'Heading' },
        { type: 'TextSubheading', text: 'Subheading' },
        { type: 'TextBody', text: ['**bold**', 'and not'], markdown: true, 'font-weight': 'bold' },
        { type: 'TextCaption', text: 'Caption', strikethrough: false },
        { type: 'Image', src: picture, width: 1, height: 1, 'scale-type': 'cover', 'alt-text': 'A dot' },
        {
          type: 'EmbeddedLink',
          text: 'Terms',
          'on-click-action':
            version >= '6.0' ? { name: 'open_url', url: 'https://shop.example/terms' } : goTo('FIELDS'),
        },
        ...since('7.1', {
          type: 'ImageCarousel',
          images: [{ src: picture, 'alt-text': 'A dot' }],
          'aspect-ratio': '4:3',
          'scale-type': 'contain',
        }),
      ),
      screen(
        'FIELDS',
        'CHOICES',
        {
          type: 'TextInput',
          name: 'mail',
          label: 'Mail',
          'input-type': 'email',
          'helper-text': 'As you write it',
          ...(version >= '7.0' ? { 'label-variant': 'large' } : {}),
        },
        { type: 'TextArea', name: 'note', label: 'Note', 'max-length': 600, 'init-value': 'None' },
        {
          type: 'DatePicker',
          name: 'day',
          label: 'Day',
          'min-date': '2026-11-28',
          'unavailable-dates': ['2026-12-25'],
        },
        ...since('6.1', {
          type: 'CalendarPicker',
          name: 'stay',
          label: { 'start-date': 'From', 'end-date': 'To' },
          mode: 'range',
          'include-days': ['Mon', 'Tue'],
          'min-days': 1,
          'max-days': 7,
        }),
        { type: 'OptIn', name: 'agrees', label: 'I agree', required: true, 'on-click-action': goTo('TERMS') },
      ),
      screen(
        'CHOICES',
        'FILES',
        {
          type: 'CheckboxGroup',
          name: 'extras',
          label: 'Extras',
          'data-source': options,
          'min-selected-items': 0,
          'max-selected-items': 2,
        },
        {
          type: 'RadioButtonsGroup',
          name: 'slot',
          label: 'Slot',
          'data-source': options,
          'media-size': 'regular',
        },
        { type: 'Dropdown', name: 'shop', label: 'Shop', 'data-source': options },
        ...since('6.3', {
          type: 'ChipsSelector',
          name: 'tags',
          label: 'Tags',
          'data-source': [{ id: '1', title: 'One' }],
        }),
        {
          type: 'If',
          condition: "${form.slot} == 'mon'",
          ['then']: [{ type: 'TextBody', text: 'Monday it is' }],
          else: [{ type: 'TextInput', name: 'why', label: 'Why not?' }],
        },
        {
          type: 'Switch',
          value: '${form.shop}',
          cases: { mon: [{ type: 'TextBody', text: 'Monday' }], fri: [] },
        },
      ),
      screen('FILES', 'DOCUMENTS', {
        type: 'PhotoPicker',
        name: 'photo',
        label: 'Photo',
        'photo-source': 'camera',
        'min-uploaded-photos': 1,
        'max-uploaded-photos': 10,
        'max-file-size-kb': 1024,
      }),
      screen('DOCUMENTS', 'TERMS', {
        type: 'DocumentPicker',
        name: 'paper',
        label: 'Paper',
        'allowed-mime-types': ['application/pdf'],
      }),
      {
        id: 'TERMS',
        title: 'Terms',
        layout: layout(
          {
            type: 'EmbeddedLink',
            text: 'Read on',
            'on-click-action': goTo(version >= '6.2' ? 'LIST' : 'RULES'),
          },
          footer(goTo('END')),
        ),
      },
      ...since('6.2', {
        id: 'LIST',
        title: 'List',
        layout: layout({
          type: 'NavigationList',
          name: 'list',
          label: 'More',
          'list-items': [
            {
              id: 'a',
              'main-content': { title: 'Rules', description: 'In short' },
              end: { title: 'New' },
              badge: 'New',
              tags: ['legal'],
              'on-click-action': goTo('RULES'),
            },
          ],
        }),
      }),
      {
        id: 'RULES',
        title: 'Rules',
        layout: layout(
          { type: 'RichText', text: ['# Rules', 'None.'] },
          ...since('6.3', footer(goTo('END'))),
        ),
      },
      {
        id: 'END',
        title: 'End',
        terminal: true,
        layout: layout({ type: 'Form', name: 'form', children: [footer({ ...complete })] }),
      },
    ],
  };
}
