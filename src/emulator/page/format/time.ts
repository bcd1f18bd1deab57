const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const seconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

/** `14:05`, in the browser's time zone. */
export const timeOfDay = (at: number): string => clock.format(at);

/** `14:05:09`. */
export const timeWithSeconds = (at: number): string => seconds.format(at);

/** `Sun, 22 Nov`. */
export const getDay = (at: number): string => day.format(at);
