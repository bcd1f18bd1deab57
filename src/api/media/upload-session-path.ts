import { textOf } from '../../shared/text-of.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { type Endpoint, graphPath } from '../../transport/transport.ts';

/** The path and query of an upload session. Its id carries a signature after a question mark, which must stay a query. */
export function uploadSessionPath(sessionId: string): Pick<Endpoint<unknown>, 'path' | 'query'> {
  const [, name = '', signature] = /^upload:([^?]+)(?:\?sig=(.+))?$/.exec(textOf(sessionId)) ?? [];
  if (name === '') {
    throw new UsageError({
      summary: 'The upload session is not known.',
      issues: [{ path: 'sessionId', message: 'should begin with upload:, as createUploadSession gives it' }],
    });
  }
  return { path: graphPath`/upload:${name}`, query: { sig: signature } };
}
