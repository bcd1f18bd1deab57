import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key and its certificate, as PEM. */
export interface Pair {
  readonly key: string;
  readonly cert: string;
}

/** A certificate authority of the test, and what it signed. */
export interface Certificates {
  /** The certificate of the authority. */
  readonly ca: string;
  /** Of `localhost` and 127.0.0.1. */
  readonly server: Pair;
  /** Of another host. */
  readonly wrongHost: Pair;
  /** Of `localhost`, until yesterday. */
  readonly expired: Pair;
  /** Of `localhost`, signed by itself. */
  readonly selfSigned: Pair;
  /** Of a client. */
  readonly client: Pair;
}

/** Makes an authority and certificates with the machine's openssl. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'wabakit-certificates-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const read = (name: string): Pair => ({
    key: readFileSync(join(folder, `${name}.key`), 'utf8'),
    cert: readFileSync(join(folder, `${name}.crt`), 'utf8'),
  });
  const keyArgs = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const own = (name: string, subject: string, ...more: string[]): Pair => {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.crt`];
    openssl('req', '-x509', ...keyArgs, ...files, '-days', '2', '-subj', subject, ...more);
    return read(name);
  };
  const signed = (name: string, names: string, ...dates: string[]): Pair => {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.csr`];
    openssl('req', ...keyArgs, ...files, '-subj', `/CN=${name}`);
    writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${names}\n`);
    const authority = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'];
    const request = ['-req', '-in', `${name}.csr`, '-out', `${name}.crt`, '-extfile', `${name}.ext`];
    openssl('x509', ...request, ...authority, ...dates);
    return read(name);
  };
  const local = 'DNS:localhost,IP:127.0.0.1';
  try {
    const { cert: ca } = own('ca', '/CN=Test authority');
    return {
      ca,
      server: signed('server', local, '-days', '2'),
      wrongHost: signed('wrong-host', 'DNS:other.example', '-days', '2'),
      expired: signed('expired', local, '-days', '-1'),
      selfSigned: own('self-signed', '/CN=localhost', '-addext', `subjectAltName=${local}`),
      client: signed('client', 'DNS:client.example', '-days', '2'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
