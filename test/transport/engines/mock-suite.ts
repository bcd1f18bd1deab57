import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../../src/client/create-client.ts';
import { createNodeEngine } from '../../../src/transport/engines/node.ts';
import { cloudApi } from '../../../src/transport/hosts/cloud-api.ts';
import { http } from '../../../src/transport/http.ts';
import { answerAccepted, listen, options, text } from './local.ts';

export const path = '/v26.0/1/messages';
export const mocked = { messages: [{ id: 'wamid.mocked' }] };

/** Starts to answer a POST to `path` of an address with `mocked`, and returns how the mock is removed. */
export type Mock = (baseUrl: string) => () => unknown;

/** How a mock differs from others. */
interface MockTraits {
  /** It also replaces `node:http`, so that an engine which uses nothing else is mocked. */
  readonly mocksHttp?: boolean;
  /** It answers every address. */
  readonly answersAll?: boolean;
}

/** Tests that nothing of a mocked test is sent for real. */
export function testMock(name: string, mock: Mock, { mocksHttp, answersAll }: MockTraits = {}): void {
  describe(name, () => {
    test('behavior: gets every send; no socket is opened', async () => {
      const { baseUrl, sockets } = await listen(createServer(answerAccepted));
      const byDefault = createClient({ ...options, baseUrl });
      const host = cloudApi({ accessToken: 'token', baseUrl });
      const overNode = createClient({
        transport: http({ host, engine: createNodeEngine() }),
        phoneNumberId: '1',
      });
      const remove = mock(baseUrl);
      try {
        for (const client of mocksHttp === true ? [byDefault, overNode] : [byDefault])
          for (let index = 0; index < 10; index += 1)
            expect((await client.messages.sendText(text)).wamid).toBe('wamid.mocked');
        expect(sockets.size).toBe(0);
      } finally {
        await remove();
      }
      expect((await byDefault.messages.sendText(text)).wamid).toBe('wamid.1');
      expect(sockets.size).toBe(1);
    });

    test('error: what has no answer in the mock is not sent for real either', async () => {
      const { baseUrl, sockets } = await listen(createServer(answerAccepted));
      const other = await listen(createServer(answerAccepted));
      const remove = mock(other.baseUrl);
      try {
        const end = await createClient({ ...options, baseUrl })
          .messages.sendText(text)
          .then(
            ({ wamid }) => wamid,
            () => 'failed',
          );
        expect(end).toBe(answersAll === true ? 'wamid.mocked' : 'failed');
        expect(sockets.size).toBe(0);
      } finally {
        await remove();
      }
    });
  });
}
