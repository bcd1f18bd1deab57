import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { decryptFlowMedia } from 'wabakit/flows';
import { isUsageError } from '../../src/errors/usage-error.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

function encrypt(plain: Buffer) {
  const [key, hmacKey, iv] = [randomBytes(32), randomBytes(32), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const cipherText = Buffer.concat([cipher.update(plain), cipher.final()]);
  const tag = createHmac('sha256', hmacKey).update(iv).update(cipherText).digest().subarray(0, 10);
  const file = Buffer.concat([cipherText, tag]);
  const metadata = {
    encryption_key: key.toString('base64'),
    hmac_key: hmacKey.toString('base64'),
    iv: iv.toString('base64'),
    plaintext_hash: hash(plain),
    encrypted_hash: hash(file),
  };
  return { file, metadata };
}

const getFault = async (file: Uint8Array, metadata: Parameters<typeof decryptFlowMedia>[1]) =>
  decryptFlowMedia(file, metadata).then(
    () => 'none',
    (error: unknown) =>
      isUsageError(error) ? error.issues[0]?.path.replace('encryption.', '') : String(error),
  );

const photo = randomBytes(100_003);
const { file, metadata } = encrypt(photo);

test('default: the file comes back as it was picked', async () => {
  expect(Buffer.from(await decryptFlowMedia(file, metadata)).equals(photo)).toBe(true);
});

test('behavior: files of 0 to 64 bytes come back whole, whatever their padding', async () => {
  const sizes = [];
  for (let size = 0; size <= 64; size += 1) {
    const one = encrypt(randomBytes(size));
    sizes.push((await decryptFlowMedia(one.file, one.metadata)).length);
  }
  expect(sizes).toEqual(Array.from({ length: 65 }, (_, size) => size));
});

test('error: each check refuses by its own name', async () => {
  const changed = Buffer.from(file);
  changed.writeUInt8(changed.readUInt8(5) ^ 1, 5);
  const other = encrypt(photo).metadata;
  expect(await getFault(changed, metadata)).toBe('encrypted_hash');
  expect(await getFault(changed, { ...metadata, encrypted_hash: hash(changed) })).toBe('hmac_key');
  expect(await getFault(file, { ...metadata, hmac_key: other.hmac_key })).toBe('hmac_key');
  expect(await getFault(file, { ...metadata, iv: other.iv })).toBe('hmac_key');
  expect(await getFault(file, { ...metadata, encryption_key: 'AAAA' })).toBe('encryption_key');
  expect(await getFault(file, { ...metadata, plaintext_hash: other.encrypted_hash })).toBe('plaintext_hash');
  expect(await getFault(file, { ...metadata, iv: '%' })).toBe('iv');
  expect(await getFault(file, { ...metadata, hmac_key: '' })).toBe('hmac_key');
  expect(await getFault(Buffer.alloc(0), { ...metadata, encrypted_hash: hash(Buffer.alloc(0)) })).toBe(
    'hmac_key',
  );
});

test('error: every changed byte of a small file is refused', async () => {
  const small = encrypt(Buffer.from('a receipt'));
  const faults = new Set<string | undefined>();
  for (let at = 0; at < small.file.length; at += 1) {
    const changed = Buffer.from(small.file);
    changed.writeUInt8(changed.readUInt8(at) ^ 0x80, at);
    faults.add(await getFault(changed, { ...small.metadata, encrypted_hash: hash(changed) }));
  }
  expect([...faults]).toEqual(['hmac_key']);
});
