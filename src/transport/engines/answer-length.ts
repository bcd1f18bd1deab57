/**
 * The most characters of an answer that are read as text, 16 Mi: the largest page of Graph has a few megabytes, and the emulator reads no larger
 * bodies either. An answer without an end would fill the memory of the process.
 */
export const maxAnswerLength = 16_777_216;
