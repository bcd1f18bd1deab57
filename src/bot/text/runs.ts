/** The marks of WhatsApp as bits of one number, so that a run can have several. */
export const bold = 1;
export const italic = 2;
export const strike = 4;

/** The sign of each mark, in the order in which marks that begin at one place are written. */
export const signs = [
  [bold, '*'],
  [italic, '_'],
  [strike, '~'],
] as const;

/** Text of one line that has the same marks. */
export interface Run {
  readonly text: string;
  readonly marks: number;
  /** Code and links have no marks, and nothing in them is changed. */
  readonly kind: 'text' | 'code' | 'url';
  /** Part of a link: it stands in one message with the rest of it. */
  readonly whole: boolean;
}

/** One line of a message: what it begins with, what it begins with when it is continued in the next message, and its text. */
export interface Line {
  readonly kind: 'line';
  /** Line breaks before it. */
  readonly gap: number;
  readonly lead: string;
  readonly rest: string;
  readonly runs: readonly Run[];
}

/** A block of code, which may have several lines. */
export interface Code {
  readonly kind: 'code';
  /** Line breaks before it. */
  readonly gap: number;
  readonly text: string;
}

export const textRun = (text: string, marks = 0): Run => ({ text, marks, kind: 'text', whole: false });
