/** Waits for work, but not longer than `milliseconds`; then it rejects with the error that `getError` returns, and the work goes on unheard. */
export async function within<Value>(
  milliseconds: number,
  work: Promise<Value>,
  getError: () => Error,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(getError()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
