import { generate } from 'selfsigned';

/** A private key and its certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const day = 86_400_000;

/**
 * Makes a certificate for a host, which is valid today, or which ended yesterday; for `localhost` also of its address. Without an authority it signs
 * itself, and may sign others.
 */
export async function makeCertificate(
  host: string,
  {
    isExpired = false,
    authority: ca,
  }: { readonly isExpired?: boolean; readonly authority?: Certificate | undefined } = {},
): Promise<Certificate> {
  const end = Date.now() + (isExpired ? -day : day);
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(end - 3 * day),
    notAfterDate: new Date(end),
    extensions: [
      { name: 'basicConstraints', cA: ca === undefined },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: host },
          ...(host === 'localhost' ? [{ type: 7 as const, ip: '127.0.0.1' }] : []),
        ],
      },
    ],
    ...(ca && { ca }),
  });
  return { key, cert };
}
