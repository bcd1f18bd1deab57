/** Waits for work, but not longer than `milliseconds`; then it rejects with the error that `getError` returns, and the work goes on unheard. */
export function within<Value>(
  milliseconds: number,
  work: Promise<Value>,
  getError: () => Error,
): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const timer = setTimeout(() => reject(getError()), milliseconds);
  Promise.resolve(work).then(
    (value) => {
      clearTimeout(timer);
      resolve(value);
    },
    (error: unknown) => {
      clearTimeout(timer);
      reject(error);
    },
  );
  return promise;
}
