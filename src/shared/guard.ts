/**
 * Calls a callback whose result does not matter, such as a logger, and does not wait for it. What it throws or rejects with goes to
 * `console.error` and nowhere else.
 */
export function guard(callback: () => unknown): void {
  new Promise((resolve) => {
    resolve(callback());
  }).catch(console.error);
}
