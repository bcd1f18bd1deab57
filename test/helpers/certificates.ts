import { generate } from 'selfsigned';

/** A private key and its self-signed certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const day = 86_400_000;

/** Makes a certificate for a host name, which is valid today, or which ended yesterday. It may also sign, so that it can be trusted as `ca`. */
export async function makeCertificate(
  host: string,
  { isExpired = false }: { readonly isExpired?: boolean } = {},
): Promise<Certificate> {
  const end = Date.now() + (isExpired ? -day : day);
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    notBeforeDate: new Date(end - 3 * day),
    notAfterDate: new Date(end),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  });
  return { key, cert };
}
