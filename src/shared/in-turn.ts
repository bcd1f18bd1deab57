/** Runs work once no other work of the same key goes on; `inFlight` holds what goes on. */
export async function inTurn<Value>(
  inFlight: Map<string, Promise<unknown>>,
  key: string,
  work: () => Promise<Value>,
): Promise<Value> {
  for (let first = inFlight.get(key); first !== undefined; first = inFlight.get(key))
    await first.catch(() => undefined);
  const own = work();
  inFlight.set(key, own);
  try {
    return await own;
  } finally {
    inFlight.delete(key);
  }
}
