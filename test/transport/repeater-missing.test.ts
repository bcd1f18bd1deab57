import { expect, test, vi } from 'vitest';
import { sendText } from '../../src/api/messages/send-text.ts';
import { makeCoreClient } from '../helpers/core-client.ts';

vi.mock('../../src/transport/repeater.ts', () => {
  throw new Error('the file is gone');
});

test('error: without the module of repeats a call ends with its own error, and the next one is made', async () => {
  const answers = [
    Response.json({ error: { message: 'refused', code: 130429 } }, { status: 400 }),
    Response.json({ messages: [{ id: 'wamid.1' }] }),
  ];
  const client = makeCoreClient({
    accessToken: 'token',
    phoneNumberId: '1',
    fetch: async () => answers.shift() ?? Response.error(),
  });
  const send = () => sendText(client, { to: '+5511987654321', body: 'hi' });
  await expect(send()).rejects.toMatchObject({ kind: 'api', code: 130429 });
  await expect(send()).resolves.toMatchObject({ wamid: 'wamid.1' });
});
