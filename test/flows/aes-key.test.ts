import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { createFlowEndpoint } from 'wabakit/flows';
import { appSecret, envelope, keyPair, post } from './whatsapp-client.ts';

const { publicKey, privateKey } = keyPair();
const request = JSON.stringify({ version: '3.0', action: 'ping' });
const iv = randomBytes(16);

/** Seals a request with a key of any length: AES of that length where there is one, else AES-128 with a part of the key. */
function sealWith(keyBytes: number): string {
  const aesKey = randomBytes(keyBytes);
  const bits = ({ 24: 192, 32: 256 } as const)[keyBytes] ?? 128;
  const usable = bits === 128 ? Buffer.concat([aesKey, Buffer.alloc(16)]).subarray(0, 16) : aesKey;
  const cipher = createCipheriv(`aes-${bits}-gcm`, usable, iv);
  const data = Buffer.concat([cipher.update(request), cipher.final(), cipher.getAuthTag()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const encryptedKey = publicEncrypt({ key: publicKey, padding, oaepHash: 'sha256' }, aesKey);
  return envelope({ aesKey, iv, encryptedKey, data });
}

// Meta: "128-bit AES key".
test.each([0, 1, 8, 15, 16, 17, 24, 31, 32, 33, 64])('args: an AES key of %i bytes', async (keyBytes) => {
  const ping = vi.fn();
  const endpoint = createFlowEndpoint({ privateKey, appSecret, on: { ping }, onError: () => undefined });
  expect((await endpoint(post(sealWith(keyBytes)))).status).toBe(keyBytes === 16 ? 200 : 421);
  expect(ping).toHaveBeenCalledTimes(keyBytes === 16 ? 1 : 0);
});
