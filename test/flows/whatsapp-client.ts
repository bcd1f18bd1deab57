import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';

// The phone's side of the exchange, on node:crypto, so that it shares no line with the endpoint.

export const appSecret = 'the-app-secret';

export interface Sealed {
  readonly aesKey: Buffer;
  readonly iv: Buffer;
  readonly encryptedKey: Buffer;
  readonly data: Buffer;
}

export const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

export function seal(publicKey: string, request: unknown): Sealed {
  const [aesKey, iv] = [randomBytes(16), randomBytes(16)];
  const cipher = createCipheriv('aes-128-gcm', aesKey, iv);
  const text = typeof request === 'string' ? request : JSON.stringify(request);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const encryptedKey = publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    aesKey,
  );
  return { aesKey, iv, encryptedKey, data };
}

export const envelope = ({ iv, encryptedKey, data }: Sealed): string =>
  JSON.stringify({
    encrypted_flow_data: data.toString('base64'),
    encrypted_aes_key: encryptedKey.toString('base64'),
    initial_vector: iv.toString('base64'),
  });

export const sign = (body: string | Buffer): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

export function post(body: string | Buffer, signature: string | undefined = sign(body)): Request {
  return new Request('https://shop.example/flow', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body: new Uint8Array(Buffer.from(body)),
  });
}

export async function open({ aesKey, iv }: Sealed, response: Response): Promise<unknown> {
  const bytes = Buffer.from(await response.text(), 'base64');
  const decipher = createDecipheriv(
    'aes-128-gcm',
    aesKey,
    iv.map((byte) => ~byte & 0xff),
  );
  decipher.setAuthTag(bytes.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString());
}

export function jwt(
  claims: object,
  secret = appSecret,
  header: object = { alg: 'HS256', typ: 'JWT' },
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
