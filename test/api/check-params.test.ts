import { expect, test } from 'vitest';
import { createClient } from 'wabakit';
import { createEmulator } from 'wabakit/emulator';
import { isUsageError } from '../../src/errors/usage-error.ts';

const emulator = await createEmulator();
const wa = createClient(emulator.clientOptions);
const flow = { version: '7.3', screens: [] };

/** Calls as a program in JavaScript would, with a name that the types forbid. */
async function getIssues(call: (params: never) => Promise<unknown>, params: object) {
  const sent = emulator.journal.requests.length;
  const error: unknown = await call(params as never).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(emulator.journal.requests).toHaveLength(sent);
  return isUsageError(error) ? error.issues.map(({ path, message }) => `${path} ${message}`) : error;
}

test('error: a misspelt parameter of an upload is named, and the draft stays as it is', async () => {
  const { id: flowId } = await wa.flows.create({ name: 'Booking', categories: ['OTHER'], flowJson: flow });
  expect(await getIssues((p) => wa.flows.uploadJson(p), { flowId, json: flow })).toEqual([
    'json is not a parameter of uploadFlowJson; did you mean flowJson?',
    'flowJson is missing',
  ]);
  const [asset] = await Array.fromAsync(wa.flows.listAssets({ flowId }));
  expect(await (await fetch(asset?.download_url ?? '')).json()).toEqual(flow);
});

test.each<[string, (params: never) => Promise<unknown>, object, readonly string[]]>([
  ['no JSON', (p) => wa.flows.uploadJson(p), { flowId: '1' }, ['flowJson is missing']],
  ['null', (p) => wa.flows.uploadJson(p), { flowId: '1', flowJson: null }, ['flowJson is missing']],
  ...['', '[]', 'flow.json', '{"version"', '"7.3"', 'null', 7, [], {}, Promise.resolve(flow), new Map()].map(
    (flowJson) =>
      [
        `${typeof flowJson} ${JSON.stringify(flowJson)}`,
        (p: never) => wa.flows.uploadJson(p),
        { flowId: '1', flowJson },
        ['flowJson is not a Flow JSON; give an object, or its text, with version and screens'],
      ] as [string, (params: never) => Promise<unknown>, object, readonly string[]],
  ),
  [
    'a Flow without JSON',
    (p) => wa.flows.create(p),
    { name: 'A', categories: ['OTHER'], json: flow },
    ['json is not a parameter of createFlow; did you mean flowJson?'],
  ],
  ['a Flow without categories', (p) => wa.flows.create(p), { name: 'A' }, ['categories is missing']],
  [
    'a Flow with a broken JSON',
    (p) => wa.flows.create(p),
    { name: 'A', categories: ['OTHER'], flowJson: '{' },
    ['flowJson is not a Flow JSON; give an object, or its text, with version and screens'],
  ],
  [
    'a misspelt endpoint',
    (p) => wa.flows.update(p),
    { flowId: '1', endpointUrl: 'https://shop.example' },
    ['endpointUrl is not a parameter of updateFlow; did you mean endpointUri?'],
  ],
  [
    'a metric without granularity',
    (p) => wa.flows.getMetric(p),
    { flowId: '1', name: 'ENDPOINT_AVAILABILITY', gran: 'DAY' },
    ['gran is not a parameter of getFlowMetric; did you mean granularity?', 'granularity is missing'],
  ],
  [
    'an upload without file',
    (p) => wa.media.upload(p),
    { fil: 'a.png', type: 'image/png' },
    ['file is missing or no file; give a path, bytes, a Blob, a stream or a function that opens one'],
  ],
  [
    'an upload of an object',
    (p) => wa.media.upload(p),
    { file: {}, type: 'image/png' },
    ['file is missing or no file; give a path, bytes, a Blob, a stream or a function that opens one'],
  ],
  [
    'a chunk without offset',
    (p) => wa.media.uploadChunk(p),
    { sessionId: 'upload:1', offset: 0, bytes: new Blob() },
    ['offset is not a parameter of uploadChunk; did you mean fileOffset?', 'fileOffset is missing'],
  ],
  [
    'a key',
    (p) => wa.phoneNumbers.setEncryptionKey(p),
    { key: 'x' },
    ['key is not a parameter of setEncryptionKey; they are publicKey, phoneNumberId', 'publicKey is missing'],
  ],
  [
    'a picture',
    (p) => wa.groups.setPicture(p),
    { groupId: '1', file: new Blob() },
    ['file is not a parameter of setGroupPicture; they are groupId, picture', 'picture is missing'],
  ],
])('error: %s is refused before anything is sent', async (_name, call, params, issues) => {
  expect(await getIssues(call, params)).toEqual(issues);
});

test('args: the text of a Flow JSON, and a parameter that is undefined, are taken', async () => {
  const { id: flowId } = await wa.flows.create({
    name: 'As text',
    categories: ['OTHER'],
    flowJson: JSON.stringify(flow),
    publish: undefined,
    wabaId: undefined,
  });
  expect((await wa.flows.uploadJson({ flowId, flowJson: JSON.stringify(flow) })).success).toBe(true);
});
