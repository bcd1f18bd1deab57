import { toHex } from '../shared/bytes.ts';

/**
 * Makes the function that returns the `appsecret_proof` of an access token: its HMAC-SHA256 under the app secret, in hex. The proof of
 * the latest token is kept. `createClient` does this with its option `appSecret`.
 *
 * Source: Meta, "Secure Graph API calls".
 *
 * @example
 * const host = cloudApi({ accessToken, appSecretProof: appSecretProof(appSecret) });
 */
export function appSecretProof(appSecret: string): (accessToken: string) => Promise<string> {
  let latest: { readonly accessToken: string; readonly proof: Promise<string> } | undefined;
  return (accessToken) => {
    if (latest?.accessToken !== accessToken) latest = { accessToken, proof: sign(appSecret, accessToken) };
    return latest.proof;
  };
}

async function sign(appSecret: string, accessToken: string): Promise<string> {
  const utf8 = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', utf8.encode(appSecret), algorithm, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(accessToken)));
  return toHex(mac);
}
