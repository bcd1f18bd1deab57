import { format } from 'node:util';
import { isWabakitError } from 'wabakit';

/** What the system says, in words, with what to do. `{path}` stands for the file, or for the address. */
const systemErrors: Readonly<Record<string, string>> = {
  ENOENT: '{path} does not exist. Check the path; relative paths start in the current folder.',
  ENOTDIR: '{path} is not in a folder: a part of the path is a file.',
  EISDIR: '{path} is a folder. Give a file.',
  EEXIST: '{path} exists, and was not changed. Give another name.',
  EACCES: '{path} may not be read or written by this user. Check its permissions.',
  EPERM: '{path} may not be changed by this user. Check its permissions.',
  EROFS: '{path} is on a disk that cannot be written.',
  ENOSPC: 'The disk is full. {path} was not written.',
  EMFILE: 'Too many files are open.',
  ECONNREFUSED: 'Nothing listens at {path}. Check the address, and that the server runs.',
  ECONNRESET: '{path} closed the connection.',
  ENOTFOUND: '{path} has no address in the DNS. Check the name.',
  ETIMEDOUT: '{path} did not answer in time.',
};

interface SystemError extends Error {
  readonly code: string;
  readonly path?: unknown;
  readonly address?: unknown;
  readonly port?: unknown;
  readonly hostname?: unknown;
}

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

function getPlace({ path, hostname, address, port }: SystemError): string {
  if (typeof path === 'string') return path;
  if (typeof hostname === 'string') return hostname;
  return typeof address === 'string' ? `${address}:${String(port)}` : 'The server';
}

/** Returns whether an error is about a file that was given: wrong input, not a negative result. */
export const isFileError = (error: unknown): boolean =>
  isSystemError(error) && typeof error.path === 'string';

/** Node reports a refused connection to a name with several addresses as one error of several. */
const getFirst = (error: unknown): unknown =>
  error instanceof AggregateError && error.message === '' ? error.errors[0] : error;

/**
 * Returns an error in a sentence or two: what is wrong with which file or address, and what to do. No stack, and nothing of what the error
 * carries in addition to its message, such as the arguments of a Redis command.
 */
export function describeError(thrown: unknown): string {
  const error = getFirst(thrown);
  if (isWabakitError(error)) return error.message;
  if (!(error instanceof Error)) return format('%s', error);
  const known = isSystemError(error) ? systemErrors[error.code] : undefined;
  if (known !== undefined && isSystemError(error)) return known.replace('{path}', () => getPlace(error));
  if (error.message === 'fetch failed' && error.cause instanceof Error) {
    const reason = describeError(error.cause);
    return reason === error.cause.message ? `The request failed: ${reason}` : reason;
  }
  // ioredis, where no connection could be made: its own message speaks of options that the command does not have.
  if (error.name === 'MaxRetriesPerRequestError')
    return 'Redis does not answer. Check the URL of --redis, and that the server runs.';
  const [message = ''] = error.message.split('\n');
  return message === '' ? error.name : message;
}
