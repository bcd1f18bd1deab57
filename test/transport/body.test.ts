import { expect, test } from 'vitest';
import { bytesBody, formBody, jsonBody, multipartBody, streamBody } from '../../src/transport/body.ts';

const getText = async (body: { open(): BodyInit | Promise<BodyInit> }) =>
  new Response(await body.open()).text();

test('default: JSON keeps the value as it is, without what is undefined', async () => {
  const body = jsonBody({ customerId: 1, gone: undefined });
  expect(await getText(body)).toBe('{"customerId":1}');
  expect(body.headers).toEqual({ 'content-type': 'application/json' });
});

test('default: a form leaves out what is undefined and joins lists', async () => {
  expect(await getText(formBody({ a: 'x y', b: ['1', 2], c: undefined, d: false }))).toBe(
    'a=x+y&b=1%2C2&d=false',
  );
});

test('default: a multipart form is handed over whole', () => {
  const form = new FormData();
  form.set('file', new Blob(['x']), 'a.txt');
  expect(multipartBody(form).open()).toBe(form);
});

test('default: bytes have a type', async () => {
  const body = bytesBody(new TextEncoder().encode('x'), 'text/plain');
  expect([await getText(body), body.headers]).toEqual(['x', { 'content-type': 'text/plain' }]);
  expect(bytesBody(new Uint8Array(1)).headers).toEqual({ 'content-type': 'application/octet-stream' });
});

test('behavior: a stream is opened at each use, and its length is told where it is known', async () => {
  const body = streamBody(() => new Blob(['x']).stream(), { type: 'text/plain', length: 1 });
  expect([await getText(body), await getText(body)]).toEqual(['x', 'x']);
  expect(body.headers).toEqual({ 'content-type': 'text/plain', 'content-length': '1' });
  expect(streamBody(() => new Blob([]).stream()).headers).toEqual({
    'content-type': 'application/octet-stream',
  });
});
