/** Milliseconds since 1970 as the whole seconds that Meta counts in. */
export function getSeconds(at: number): number;
export function getSeconds(at: number | undefined): number | undefined;
export function getSeconds(at: number | undefined): number | undefined {
  return at === undefined ? undefined : Math.floor(at / 1000);
}
