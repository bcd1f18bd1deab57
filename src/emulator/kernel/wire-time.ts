/** Webhooks count in whole seconds, as text. */
export const seconds = (at: number): string => String(Math.floor(at / 1000));
