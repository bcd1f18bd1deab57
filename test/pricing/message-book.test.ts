import { describe, expect, test } from 'vitest';
import { MessageBook } from '../../src/pricing/ledger/message-book.ts';

describe('MessageBook', () => {
  const message = {
    kind: 'sent',
    id: 'w1',
    phoneNumberId: '1',
    user: '2',
    category: 'utility',
    at: 1,
  } as const;

  test('default: nothing came before a new message; a status that did waits for it', () => {
    const book = new MessageBook();
    const failed = { kind: 'failed', id: 'w2', at: 5 } as const;
    expect(book.add(message)).toEqual([]);
    expect(book.add(message)).toEqual([]);
    book.fail(failed);
    expect([book.early(), book.settled()]).toEqual([[failed], []]);
    expect(book.add({ ...message, id: 'w2' })).toEqual([failed]);
    expect(book.early()).toEqual([]);
    book.fail({ ...failed, id: 'w1' });
    expect([book.early(), book.settled()]).toEqual([[], ['w1']]);
    expect(book.add(message)).toEqual([]);
    expect(book.pending().map(({ id }) => id)).toEqual(['w2']);
  });
});
