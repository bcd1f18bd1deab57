import type { PhoneAction } from '../protocol/protocol.ts';

/** The users of a first try, in three markets. The first writes at once, which opens the customer service window. */
const people = [
  { waId: '5511987654321', name: 'Ana Souza' },
  { waId: '919876543210', name: 'Priya Raman' },
  { waId: '4915112345678', name: 'Jonas Weber' },
] as const;

const firstMessage = 'Hello! Do you deliver on Sundays?';

/** What the first click asks for: three phones, and the first message. */
export const firstSteps: readonly PhoneAction[] = [
  ...people.map(({ waId, name }): PhoneAction => ({ kind: 'addUser', waId, name })),
  { kind: 'say', waId: people[0].waId, text: firstMessage },
];
