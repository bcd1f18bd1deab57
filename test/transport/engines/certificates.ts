import { type Certificate, makeCertificate } from '../../helpers/certificates.ts';

/** A certificate authority of the test, and what it signed. */
export interface Certificates {
  /** The certificate of the authority. */
  readonly ca: string;
  /** Of `localhost` and 127.0.0.1. */
  readonly server: Certificate;
  /** Of another host. */
  readonly wrongHost: Certificate;
  /** Of `localhost`, until yesterday. */
  readonly expired: Certificate;
  /** Of `localhost`, signed by itself. */
  readonly selfSigned: Certificate;
  /** Of a client. */
  readonly client: Certificate;
}

/** Makes an authority and certificates. */
export async function makeCertificates(): Promise<Certificates> {
  const authority = await makeCertificate('Test authority');
  return {
    ca: authority.cert,
    server: await makeCertificate('localhost', { authority }),
    wrongHost: await makeCertificate('other.example', { authority }),
    expired: await makeCertificate('localhost', { authority, isExpired: true }),
    selfSigned: await makeCertificate('localhost'),
    client: await makeCertificate('client.example', { authority }),
  };
}
