/** No export of an entry is `any`: then every wrong call would compile. */
type NamesOfAny<Entry> = { [Name in keyof Entry]: 0 extends 1 & Entry[Name] ? Name : never }[keyof Entry];
type None<Names extends never> = Names;

export type Checked = [
  None<NamesOfAny<typeof import('wabakit')>>,
  None<NamesOfAny<typeof import('wabakit/messages')>>,
  None<NamesOfAny<typeof import('wabakit/operations')>>,
  None<NamesOfAny<typeof import('wabakit/transport')>>,
  None<NamesOfAny<typeof import('wabakit/links')>>,
  None<NamesOfAny<typeof import('wabakit/templates')>>,
  None<NamesOfAny<typeof import('wabakit/webhooks')>>,
  None<NamesOfAny<typeof import('wabakit/flows')>>,
  None<NamesOfAny<typeof import('wabakit/pricing')>>,
  None<NamesOfAny<typeof import('wabakit/emulator')>>,
  None<NamesOfAny<typeof import('wabakit/sqlite')>>,
  None<NamesOfAny<typeof import('wabakit/redis')>>,
];

// @ts-expect-error a name that is `any` is found
export type Found = None<NamesOfAny<{ readonly sent: 1; readonly lost: ReturnType<typeof JSON.parse> }>>;
