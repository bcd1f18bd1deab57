/**
 * Makes the `appsecret_proof` of an access token, its HMAC-SHA256 under the app secret in hex, for apps that demand it.
 * `createClient` makes it by itself from `appSecret`.
 *
 * Source: Meta, "Secure Graph API calls".
 *
 * @example
 * const client = createCoreClient({ accessToken, phoneNumberId, appSecretProof: appSecretProof(appSecret, accessToken) });
 */
export async function appSecretProof(appSecret: string, accessToken: string): Promise<string> {
  const utf8 = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', utf8.encode(appSecret), algorithm, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(accessToken)));
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
