import { expect, test } from 'vitest';
import { toHeaders, toUrl } from '../../src/transport/request.ts';
import { jsonBody, type Endpoint } from '../../src/transport/transport.ts';

const graph = new URL('https://graph.facebook.com');
const endpoint = (more: Partial<Endpoint<unknown>>): Endpoint<unknown> => ({
  method: 'GET',
  path: '/1',
  idempotency: 'safe',
  parse: () => undefined,
  ...more,
});
const url = (more: Partial<Endpoint<unknown>>, base = graph) => toUrl(endpoint(more), base, 'v26.0').href;

test('default: host, version, path and query', () => {
  expect(url({ query: { fields: ['id', 'name'], after: undefined, limit: 5, all: true } })).toBe(
    'https://graph.facebook.com/v26.0/1?fields=id%2Cname&limit=5&all=true',
  );
});

test('behavior: the version survives, whatever the base', () => {
  expect(url({}, new URL('http://127.0.0.1:4000/'))).toBe('http://127.0.0.1:4000/v26.0/1');
});

test('args: host api is Meta’s other host, and the emulator’s own', () => {
  expect(url({ host: 'api' })).toBe('https://api.facebook.com/v26.0/1');
  expect(url({ host: 'api' }, new URL('http://127.0.0.1:4000'))).toBe('http://127.0.0.1:4000/v26.0/1');
});

test('behavior: a URL that Meta handed out stays as it is', () => {
  const media = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=a-b_c';
  expect(url({ path: media })).toBe(media);
});

test('default: the token stands in one header', () => {
  expect(toHeaders(endpoint({ body: jsonBody({}) }), 'token')).toEqual({
    authorization: 'Bearer token',
    'content-type': 'application/json',
  });
});

test('args: auth and headers', () => {
  expect(toHeaders(endpoint({ auth: 'OAuth', headers: { file_offset: '0' } }), 'token')).toEqual({
    authorization: 'OAuth token',
    file_offset: '0',
  });
  expect(toHeaders(endpoint({ auth: 'none' }), 'token')).toEqual({});
});
