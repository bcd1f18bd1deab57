import { expect, test } from 'vitest';
import { parseResponse, parseSuccess } from '../../src/transport/parse-response.ts';

const reply = (json: unknown) => ({ status: 200, headers: new Headers(), json, stream: undefined });
const parse = parseResponse<object>({ id: 'string', size: 'number?', data: [{ name: 'string' }] });

test('default: what is there passes whole, unknown fields included', () => {
  const json = { id: '1', data: [{ name: 'a', extra: 1 }], more: true };
  expect(parse(reply(json))).toBe(json);
  expect(parseSuccess(reply({ success: true }))).toBeUndefined();
});

test.each([
  [{ success: false }, 'the reply should say success: true'],
  [{ success: 'true' }, 'success should be boolean, is string'],
  [{}, 'success should be boolean, is undefined'],
])('error: parseSuccess refuses %j', (json, problem) => {
  expect(() => parseSuccess(reply(json))).toThrow(`The reply has an unexpected shape: ${problem}.`);
});

test.each([
  [undefined, 'the reply should be object, is undefined'],
  [[], 'the reply should be object, is array'],
  [{ data: [] }, 'id should be string, is undefined'],
  [{ id: 1, data: [] }, 'id should be string, is number'],
  [{ id: '1', size: '2', data: [] }, 'size should be number, is string'],
  [{ id: '1', data: {} }, 'data should be array, is object'],
  [{ id: '1', data: [{ name: 'a' }, null] }, 'data[1] should be object, is null'],
  [{ id: '1', data: [{}] }, 'data[0].name should be string, is undefined'],
])('error: %j says where it differs', (json, problem) => {
  expect(() => parse(reply(json))).toThrow(`The reply has an unexpected shape: ${problem}.`);
});
