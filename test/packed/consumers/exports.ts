/** No export of an entry is `any`: then every wrong call would compile. */
import type * as root from 'wabakit';
import type * as bot from 'wabakit/bot';
import type * as botText from 'wabakit/bot/text';
import type * as contacts from 'wabakit/contacts';
import type * as emulator from 'wabakit/emulator';
import type * as flows from 'wabakit/flows';
import type * as links from 'wabakit/links';
import type * as messages from 'wabakit/messages';
import type * as operations from 'wabakit/operations';
import type * as pricing from 'wabakit/pricing';
import type * as redis from 'wabakit/redis';
import type * as sqlite from 'wabakit/sqlite';
import type * as templates from 'wabakit/templates';
import type * as transport from 'wabakit/transport';
import type * as webhooks from 'wabakit/webhooks';

type NamesOfAny<Entry> = { [Name in keyof Entry]: 0 extends 1 & Entry[Name] ? Name : never }[keyof Entry];
type None<Names extends never> = Names;

export type Checked = [
  None<NamesOfAny<typeof root>>,
  None<NamesOfAny<typeof messages>>,
  None<NamesOfAny<typeof operations>>,
  None<NamesOfAny<typeof transport>>,
  None<NamesOfAny<typeof links>>,
  None<NamesOfAny<typeof templates>>,
  None<NamesOfAny<typeof webhooks>>,
  None<NamesOfAny<typeof flows>>,
  None<NamesOfAny<typeof bot>>,
  None<NamesOfAny<typeof botText>>,
  None<NamesOfAny<typeof contacts>>,
  None<NamesOfAny<typeof pricing>>,
  None<NamesOfAny<typeof emulator>>,
  None<NamesOfAny<typeof sqlite>>,
  None<NamesOfAny<typeof redis>>,
];

// @ts-expect-error a name that is `any` is found
export type Found = None<NamesOfAny<{ readonly sent: 1; readonly lost: ReturnType<typeof JSON.parse> }>>;
