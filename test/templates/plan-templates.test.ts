import { describe, expect, test } from 'vitest';
import {
  planTemplates,
  toCreatePayload,
  type PlanOptions,
  type Template,
  type TemplateDefinition,
  type TemplateStep,
} from '../../src/templates/index.ts';
import { callPermission, loginCode, orderUpdate, receipt, samples, survey } from './samples.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = 1_795_000_000_000;

/** A definition as the API gives it back once it was approved. */
function getRemote(definition: TemplateDefinition, over: Partial<Template> = {}): Template {
  const { parameter_format, ...payload } = toCreatePayload(definition);
  return {
    ...payload,
    id: `id_${definition.name}`,
    status: 'APPROVED',
    parameter_format: parameter_format?.toUpperCase() ?? 'POSITIONAL',
    ...over,
  };
}

const plan = (
  local: readonly TemplateDefinition[],
  remote: readonly Template[],
  options: Partial<PlanOptions> = {},
) => planTemplates(local, remote, { now, ...options }).steps;
const short = (steps: readonly TemplateStep[]): string[] =>
  steps.map(
    (step) =>
      `${step.action} ${step.name}${step.action === 'blocked' ? `: ${step.wanted} ${step.reason}` : ''}`,
  );

test('default: create, edit, leave and tell what the code does not have', () => {
  const changed = { ...orderUpdate, footer: { text: 'Thank you!' } };
  const steps = plan(
    [changed, callPermission, survey],
    [getRemote(orderUpdate), getRemote(callPermission), getRemote(loginCode)],
  );
  expect(short(steps)).toEqual([
    'create survey',
    'edit order_update',
    'unchanged call_permission',
    'unmanaged login_code',
  ]);
  expect(steps[1]).toMatchObject({
    template: { id: 'id_order_update' },
    changes: [{ path: 'footer.text', local: 'Thank you!', remote: undefined }],
  });
});

test('default: pruning deletes what the code does not have', () => {
  expect(short(plan([], [getRemote(loginCode)], { prune: true }))).toEqual(['delete login_code']);
});

test('behavior: languages are templates of their own', () => {
  const spanish = { ...orderUpdate, language: 'es' } as const;
  expect(short(plan([orderUpdate, spanish], [getRemote(orderUpdate)]))).toEqual([
    'create order_update',
    'unchanged order_update',
  ]);
});

test.each(Object.entries(samples))(
  'behavior: the sample %s is unchanged once Meta has it',
  (_name, sample) => {
    expect(short(plan([sample], [getRemote(sample)]))).toEqual([`unchanged ${sample.name}`]);
  },
);

describe('behavior: what Meta writes in its own way is no change', () => {
  test('samples of files become links, phone numbers get a plus, fixed labels are translated', () => {
    const remote = getRemote(receipt);
    const components = remote.components.map((part) =>
      part.type === 'HEADER'
        ? { ...part, example: { header_handle: ['https://scontent.whatsapp.net/v/x'] } }
        : part,
    );
    expect(
      short(plan([{ ...receipt, header: { format: 'document' } }], [{ ...remote, components }])),
    ).toEqual(['unchanged receipt']);
  });

  test('an OTP button becomes a URL button, and the texts of authentication are filled in', () => {
    const components = [
      {
        type: 'BODY',
        text: '*{{1}}* is your verification code. For your security, do not share this code.',
        add_security_recommendation: true,
      },
      { type: 'FOOTER', text: 'This code expires in 10 minutes.', code_expiration_minutes: 10 },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'URL',
            text: 'Copy Code',
            url: 'https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&cta_display_name=Autofill&code=otp{{1}}',
            example: ['https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&code=otp123456'],
          },
        ],
      },
    ];
    expect(short(plan([loginCode], [getRemote(loginCode, { components })]))).toEqual([
      'unchanged login_code',
    ]);
    const copyCode = { ...loginCode, buttons: [{ type: 'otp', otpType: 'copy_code' }] } as const;
    expect(plan([copyCode], [getRemote(loginCode, { components })])[0]).toMatchObject({
      action: 'edit',
      changes: [{ path: 'buttons[0].otp_type', local: 'copy_code', remote: 'one_tap' }],
    });
  });

  test('a time to live that the code does not name', () => {
    expect(
      short(plan([orderUpdate], [getRemote(orderUpdate, { message_send_ttl_seconds: 2_592_000 })])),
    ).toEqual(['unchanged order_update']);
    const thirtyDays = { ...orderUpdate, messageSendTtlSeconds: -1 };
    expect(
      short(plan([thirtyDays], [getRemote(orderUpdate, { message_send_ttl_seconds: 2_592_000 })])),
    ).toEqual(['unchanged order_update']);
  });

  test('a flow id that is a number', () => {
    const remote = getRemote(survey);
    const components = remote.components.map((part) =>
      part.type === 'BUTTONS'
        ? {
            ...part,
            buttons: [
              {
                type: 'FLOW',
                text: 'Answer',
                flow_id: 123,
                flow_action: 'NAVIGATE',
                navigate_screen: 'RATING',
              },
            ],
          }
        : part,
    );
    expect(short(plan([survey], [{ ...remote, components }]))).toEqual(['unchanged survey']);
  });
});

/** Every field of a definition that an account returns, changed one at a time; samples are no part of the comparison. */
const onePart: readonly (readonly [path: string, before: TemplateDefinition, after: TemplateDefinition])[] = [
  ...(
    [
      ['metaAppId', 'meta_app_id', 43],
      ['androidDeepLink', 'android_deep_link', 'shop://b'],
      ['androidFallbackPlaystoreUrl', 'android_fallback_playstore_url', 'https://play.example/b'],
    ] as const
  ).map(([key, path, value]) => {
    const appDeepLink = {
      metaAppId: 42,
      androidDeepLink: 'shop://a',
      androidFallbackPlaystoreUrl: 'https://play.example/a',
    };
    const withLink = (link: typeof appDeepLink): TemplateDefinition => ({
      ...orderUpdate,
      buttons: [{ type: 'url', text: 'Open', url: 'https://shop.example', appDeepLink: link }],
    });
    return [
      `buttons[0].app_deep_link.${path}`,
      withLink(appDeepLink),
      withLink({ ...appDeepLink, [key]: value }),
    ] as const;
  }),
  [
    'buttons[0].supported_apps[0].signature_hash',
    loginCode,
    {
      ...loginCode,
      buttons: [
        {
          ...loginCode.buttons[0],
          supportedApps: [{ packageName: 'com.example.luckyshrub', signatureHash: 'AAAAAAAAAAA' }],
        },
      ],
    },
  ],
  [
    'buttons[0].autofill_text',
    loginCode,
    { ...loginCode, buttons: [{ ...loginCode.buttons[0], autofillText: 'Fill in' }] },
  ],
  ['buttons[0].text', loginCode, { ...loginCode, buttons: [{ ...loginCode.buttons[0], text: 'Copy' }] }],
  [
    'buttons[0].icon',
    { ...survey, buttons: [{ ...survey.buttons[0], icon: 'REVIEW' }] },
    { ...survey, buttons: [{ ...survey.buttons[0], icon: 'DOCUMENT' }] },
  ],
  [
    'cta_url_link_tracking_opted_out',
    { ...orderUpdate, ctaUrlLinkTrackingOptedOut: false },
    { ...orderUpdate, ctaUrlLinkTrackingOptedOut: true },
  ],
];

test.each(onePart)('behavior: a change of %s is an edit', (path, before, after) => {
  const [step] = plan([after], [getRemote(before, { status: 'REJECTED' })]);
  expect(step).toMatchObject({ action: 'edit', changes: [{ path }] });
  expect(step).toHaveProperty('changes.length', 1);
});

test('behavior: an app that only the code names is an edit, one that Meta leaves out of a URL is not', () => {
  const [own] = loginCode.buttons;
  const url = (query: string) => [
    { type: 'BODY', add_security_recommendation: true },
    { type: 'FOOTER', code_expiration_minutes: 10 },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'URL', url: `https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&${query}code=otp{{1}}` },
      ],
    },
  ];
  const app = `package_name=com.example.luckyshrub&signature_hash=${encodeURIComponent('K8a/AINcGX7')}&`;
  expect(short(plan([loginCode], [getRemote(loginCode, { components: url(app) })]))).toEqual([
    'unchanged login_code',
  ]);
  const moved = {
    ...loginCode,
    buttons: [
      { ...own, supportedApps: [{ packageName: 'com.example.other', signatureHash: 'K8a/AINcGX7' }] },
    ],
  } as const;
  expect(plan([moved], [getRemote(loginCode, { components: url(app) })])[0]).toMatchObject({
    action: 'edit',
    changes: [{ path: 'buttons[0].supported_apps[0].package_name', remote: 'com.example.luckyshrub' }],
  });
  expect(short(plan([moved], [getRemote(loginCode, { components: url('') })]))).toEqual([
    'unchanged login_code',
  ]);
});

describe('behavior: blocked, with the reason', () => {
  const changed = { ...orderUpdate, footer: { text: 'Thank you!' } };
  const edits = (...ats: number[]) => ({
    history: { edits: ats.map((at) => ({ templateId: 'id_order_update', at })) },
  });

  test('an invalid definition is not submitted', () => {
    const [step] = plan([{ ...orderUpdate, name: 'Order' }], []);
    expect(step).toMatchObject({
      action: 'blocked',
      wanted: 'create',
      reason: 'invalid',
      message: 'name may have a-z, 0-9 and _ only',
      issues: [{ rule: 'name-characters' }],
    });
  });

  test('a file header needs its sample for a creation', () => {
    expect(short(plan([{ ...receipt, header: { format: 'document' } }], []))).toEqual([
      'blocked receipt: create invalid',
    ]);
  });

  test.each(['PENDING', 'IN_APPEAL'])('%s', (status) => {
    expect(short(plan([changed], [getRemote(orderUpdate, { status })]))).toEqual([
      'blocked order_update: edit in_review',
    ]);
  });

  test.each(['DISABLED', 'ARCHIVED', 'LOCKED'])('%s', (status) => {
    expect(short(plan([changed], [getRemote(orderUpdate, { status })]))).toEqual([
      'blocked order_update: edit not_editable',
    ]);
  });

  test('a category that Meta moved', () => {
    const [step] = plan([orderUpdate], [getRemote(orderUpdate, { category: 'MARKETING' })]);
    expect(step).toMatchObject({
      action: 'blocked',
      reason: 'category_locked',
      message: 'Meta has it as MARKETING, and the category of an approved template stays',
      changes: [{ path: 'category', local: 'utility', remote: 'marketing' }],
    });
    expect(
      short(plan([orderUpdate], [getRemote(orderUpdate, { category: 'MARKETING', status: 'REJECTED' })])),
    ).toEqual(['edit order_update']);
  });

  test('one edit in 24 hours', () => {
    const at = now - 24 * hour + 1;
    expect(plan([changed], [getRemote(orderUpdate)], edits(at))[0]).toMatchObject({
      reason: 'edit_limit_day',
      until: at + day,
    });
    expect(short(plan([changed], [getRemote(orderUpdate)], edits(at - 1)))).toEqual(['edit order_update']);
  });

  test('ten edits in 30 days', () => {
    const ats = Array.from({ length: 10 }, (_, index) => now - (3 * index + 2) * day);
    expect(plan([changed], [getRemote(orderUpdate)], edits(...ats))[0]).toMatchObject({
      reason: 'edit_limit_month',
      until: now + day,
    });
    expect(short(plan([changed], [getRemote(orderUpdate)], edits(...ats.slice(0, 9))))).toEqual([
      'edit order_update',
    ]);
  });

  test('a rejected or paused template may be edited at any time', () => {
    for (const status of ['REJECTED', 'PAUSED'])
      expect(short(plan([changed], [getRemote(orderUpdate, { status })], edits(now)))).toEqual([
        'edit order_update',
      ]);
  });

  test('a name that was deleted in the last 30 days', () => {
    const at = now - 30 * day + 1;
    const history = { deletions: [{ name: 'order_update', language: 'en', at }] };
    expect(plan([orderUpdate], [], { history })[0]).toMatchObject({
      reason: 'name_deleted',
      until: at + 30 * day,
    });
    expect(short(plan([orderUpdate], [], { history, now: now + 1 }))).toEqual(['create order_update']);
    expect(short(plan([orderUpdate], [getRemote(orderUpdate, { status: 'PENDING_DELETION' })]))).toEqual([
      'blocked order_update: create name_deleted',
    ]);
  });

  test('a disabled template is not deleted', () => {
    expect(short(plan([], [getRemote(loginCode, { status: 'DISABLED' })], { prune: true }))).toEqual([
      'blocked login_code: delete not_deletable',
    ]);
  });
});
