import { describe, expect, test } from 'vitest';
import { validateFlowJson, type FlowJsonIssue } from 'wabakit/flows';
import { publishableVersions, sendableOnlyVersions } from '../../../src/flows/json/versions.ts';
import { booking, everyComponent, smallest, type Json } from './samples.ts';

const show = (flow: string | object): readonly string[] =>
  validateFlowJson(flow).map(({ code, path, severity }) => `${severity} ${code} ${path}`);

const codes = (flow: string | object): readonly string[] => [
  ...new Set(
    validateFlowJson(flow)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code),
  ),
];

describe.each(publishableVersions)('Flow JSON %s', (version) => {
  test('default: a Flow with every component of the version has no issue', () => {
    expect(show(everyComponent(version))).toEqual([]);
    expect(show(smallest(version))).toEqual([]);
    expect(show(booking(version))).toEqual([]);
    expect(show(JSON.stringify(booking(version)))).toEqual([]);
  });
});

test('default: an issue has Meta’s code, the place, what to do and the page', () => {
  const flow = smallest();
  flow.screens[0] = { ...flow.screens[0], id: 'SCREEN_1' };
  expect(validateFlowJson(flow)).toEqual([
    {
      path: 'screens[0].id',
      code: 'PATTERN_MISMATCH',
      severity: 'error',
      message:
        'is SCREEN_1; only letters A to Z and underscores are taken, so write SCREEN_ONE and not SCREEN_1',
      docs: 'https://developers.facebook.com/docs/whatsapp/flows/reference/error-codes',
    } satisfies FlowJsonIssue,
  ]);
});

describe('versions', () => {
  const withVersion = (version: unknown) => ({ ...smallest(), version });

  test('error: a version that is missing, no version, or not published any more', () => {
    expect(codes({ screens: [] })).toEqual(['MISSING_FLOW_JSON_VERSION']);
    for (const version of [7.3, '', 'A.B', '2024.0', '7', '7.3.1', null])
      expect(codes(withVersion(version))).toEqual(['INVALID_FLOW_JSON_VERSION']);
    for (const version of [...sendableOnlyVersions, '1.0', '2.0', '5.2', '6.4'])
      expect(codes(withVersion(version))).toEqual(['UNSUPPORTED_FLOW_JSON_VERSION']);
  });

  test('behavior: of a version newer than known, what is unknown is a warning', () => {
    const flow = smallest('7.4');
    flow.screens[0] = { ...flow.screens[0], mood: 'new' };
    expect(show({ ...flow, theme: 'dark' })).toEqual([
      'warning UNAVAILABLE_FLOW_JSON_VERSION version',
      'warning INVALID_PROPERTY_KEY theme',
      'warning INVALID_PROPERTY_KEY screens[0].mood',
    ]);
    expect(show({ ...booking(), data_api_version: '5.0' })).toEqual([
      'warning NO_SUPPORTED_DATA_API_VERSION data_api_version',
    ]);
  });

  test('error: a data API version that does not fit', () => {
    expect(codes({ ...booking('7.2'), data_api_version: '4.0' })).toEqual(['INVALID_PROPERTY_VALUE']);
    expect(codes({ ...booking(), data_api_version: '2.0' })).toEqual(['INVALID_PROPERTY_VALUE']);
    expect(codes({ ...booking(), data_api_version: 4 })).toEqual(['INVALID_PROPERTY_TYPE']);
    expect(codes({ ...booking(), data_api_version: '3.0' })).toEqual([]);
  });
});

test('args: text and values that are no Flow JSON have one issue, and nothing throws', () => {
  const cyclic: Json = { version: '7.3' };
  cyclic['screens'] = [cyclic];
  const given: unknown[] = [
    '',
    '{',
    '[]',
    'null',
    '{"version":"7.3",}',
    undefined,
    null,
    [],
    7,
    cyclic,
    () => 1,
    10n,
  ];
  for (const value of given) {
    const issues = validateFlowJson(value as object);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([['INVALID_FLOW_JSON', '']]);
  }
});

test('args: a Flow JSON up to 10 MB is read, a larger one is not', () => {
  const sized = (bytes: number) => {
    const text = JSON.stringify(smallest());
    return text + ' '.repeat(bytes - text.length);
  };
  expect(show(sized(10_485_760))).toEqual([]);
  expect(validateFlowJson(sized(10_485_761))).toMatchObject([
    { code: 'INVALID_FLOW_JSON', limit: 10_485_760 },
  ]);
});

test('behavior: texts longer than Meta’s page allows are warnings, at the bound none', () => {
  const heading = (text: string) => {
    const flow = smallest();
    flow.screens[0] = {
      ...flow.screens[0],
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextHeading', text },
          { type: 'Footer', label: 'Go', 'on-click-action': { name: 'complete', payload: {} } },
        ],
      },
    };
    return flow;
  };
  expect(show(heading('a'.repeat(80)))).toEqual([]);
  expect(show(heading('👋'.repeat(80)))).toEqual([]);
  expect(validateFlowJson(heading('a'.repeat(81)))).toEqual([
    {
      path: 'screens[0].layout.children[0].text',
      code: 'MAX_CHARS',
      severity: 'warning',
      message: "has 81 characters; Meta's page allows 80",
      limit: 80,
      docs: 'https://developers.facebook.com/docs/whatsapp/flows/reference/components',
    },
  ]);
});

test('behavior: a JSON nested a thousand deep is refused, not followed', () => {
  let data: Json = { type: 'string', __example__: 'x' };
  for (let depth = 0; depth < 1000; depth += 1)
    data = { type: 'object', properties: { inner: data }, __example__: {} };
  let component: Json = { type: 'TextBody', text: 'x' };
  for (let depth = 0; depth < 1000; depth += 1)
    component = { type: 'If', condition: '${form.x}', ['then']: [component] };
  const flow = smallest();
  const layout = { type: 'SingleColumnLayout', children: [component] };
  flow.screens[0] = { ...flow.screens[0], data: { deep: data }, layout };
  expect(codes(flow)).toContain('MAXIMUM_IF_NESTING');
});
