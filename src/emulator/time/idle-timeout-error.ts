/** Something that the emulator waited for did not end in time. */
export class IdleTimeoutError extends Error {
  override readonly name = 'IdleTimeoutError';
}
