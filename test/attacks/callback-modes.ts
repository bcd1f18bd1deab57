/** How a callback misbehaves. */
export const modes = ['throws', 'rejects', 'never ends'] as const;

export type Mode = (typeof modes)[number];

/** What came of a callback, by mode. */
export type Outcomes = Readonly<Partial<Record<Mode, string>>>;
