import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIdentities, type Identities, type IdentityFact } from 'wabakit/contacts';

const ana = '5511987654321';
const anaId = 'BR.13491208655302741918';
const otherId = 'BR.99991208655302741000';
const parent = 'BR.ENT.11815799212886844830';

const areOne = (identities: Identities, ...ids: readonly string[]): boolean =>
  new Set(ids.map((id) => identities.resolve(id))).size === 1;

describe('createIdentities', () => {
  test('default: an attested pair is one person, in every spelling', () => {
    const identities = createIdentities();
    expect(identities.resolve('+55 11 8765-4321')).toBe(ana);
    expect(identities.learn({ at: 1, waId: ana, bsuid: anaId, parentBsuid: parent })).toEqual({
      at: 1,
      waId: ana,
      bsuid: anaId,
      parentBsuid: parent,
      contact: anaId,
      merged: [parent, ana],
    });
    expect(areOne(identities, ana, '+55 11 98765-4321', '551187654321', anaId, parent)).toBe(true);
    expect(identities.learn({ at: 2, waId: '551187654321', bsuid: anaId })).toBeUndefined();
  });

  test('behavior: one id alone teaches nothing', () => {
    const identities = createIdentities();
    expect(identities.learn({ at: 1, waId: ana })).toBeUndefined();
    expect(identities.learn({ at: 1, bsuid: anaId })).toBeUndefined();
    expect(identities.learn({ at: 1, waId: ana, number: '+55 11 8765-4321' })).toBeUndefined();
    expect(identities.records).toEqual([]);
    expect(areOne(identities, ana, anaId)).toBe(false);
  });

  test('behavior: the number that was addressed and the WhatsApp ID that the answer named are one person', () => {
    const identities = createIdentities();
    identities.learn({ at: 1, number: '+22901234567', waId: '2290101234567' });
    expect(areOne(identities, '22901234567', '+229 0101234567')).toBe(true);
    expect(identities.learn({ at: 2, waId: '2290101234567', bsuid: 'BJ.1' })?.merged).toEqual(['BJ.1']);
    expect(areOne(identities, '22901234567', 'BJ.1')).toBe(true);
  });

  test('behavior: a number seen with another user id is a new person, and the first keeps the history', () => {
    const identities = createIdentities([{ at: 1, waId: ana, bsuid: anaId }]);
    expect(identities.learn({ at: 2, waId: ana, bsuid: otherId })).toMatchObject({
      contact: otherId,
      merged: [],
    });
    expect(identities.resolve(anaId)).toBe(anaId);
    expect(identities.resolve(ana)).toBe(otherId);
  });

  test('behavior: an older event that arrives late does not take the number back', () => {
    const identities = createIdentities([
      { at: 5, waId: ana, bsuid: otherId },
      { at: 3, waId: ana, bsuid: anaId },
    ]);
    expect(identities.resolve(ana)).toBe(otherId);
    expect(identities.resolve(anaId)).toBe(anaId);
    identities.learn({ at: 9, waId: ana, bsuid: otherId });
    identities.learn({ at: 7, waId: ana, bsuid: anaId });
    expect(identities.resolve(ana)).toBe(otherId);
    identities.learn({ at: 9, waId: ana, bsuid: anaId });
    expect(identities.resolve(ana)).toBe(anaId);
  });

  test('behavior: a number that was given up belongs to whoever has it next', () => {
    const identities = createIdentities([{ at: 1, waId: ana, bsuid: anaId }]);
    const moved = identities.learn({
      at: 10,
      waId: '5521955554444',
      bsuid: otherId,
      previous: { waId: ana, bsuid: anaId },
    });
    expect(moved).toMatchObject({ contact: anaId, merged: [otherId] });
    expect(areOne(identities, anaId, otherId, '5521955554444')).toBe(true);
    expect(identities.resolve(ana)).toBe('5511987654321@10');
    expect(identities.learn({ at: 20, waId: ana, bsuid: 'BR.3' })).toMatchObject({
      contact: '5511987654321@10',
      merged: ['BR.3'],
    });
    expect(identities.resolve(anaId)).toBe(anaId);
  });

  test('behavior: a number can change hands without any user id, and no history goes with it', () => {
    const identities = createIdentities();
    expect(
      identities.learn({ at: 10, waId: '12195555358', previous: { waId: '16505551234' } }),
    ).toMatchObject({
      contact: '16505551234',
      merged: [],
    });
    expect(identities.resolve('12195555358')).toBe('16505551234');
    expect(identities.resolve('16505551234')).toBe('16505551234@10');
    identities.learn({ at: 30, waId: '13105550000', previous: { waId: '12195555358' } });
    expect(['13105550000', '12195555358', '16505551234'].map((id) => identities.resolve(id))).toEqual([
      '16505551234',
      '12195555358@30',
      '16505551234@10',
    ]);
  });

  test('behavior: whoever had the new number before keeps what was theirs', () => {
    const identities = createIdentities([{ at: 1, waId: '12195555358', bsuid: 'US.1' }]);
    identities.learn({
      at: 10,
      waId: '12195555358',
      bsuid: 'US.3',
      previous: { waId: '16505551234', bsuid: 'US.2' },
    });
    expect(identities.resolve('US.1')).toBe('US.1');
    expect(areOne(identities, '12195555358', 'US.2', 'US.3')).toBe(true);
  });

  test('behavior: a notice that arrives late takes no number from a newer owner', () => {
    const identities = createIdentities([{ at: 20, waId: '16505551234', bsuid: 'US.9' }]);
    identities.learn({
      at: 10,
      waId: '12195555358',
      bsuid: 'US.2',
      previous: { waId: '16505551234', bsuid: 'US.1' },
    });
    expect(identities.resolve('16505551234')).toBe('US.9');
    expect(areOne(identities, 'US.1', 'US.2', '12195555358')).toBe(true);
  });

  test('behavior: a user id that rotates stays one person, also where the new one was seen first', () => {
    const identities = createIdentities([
      { at: 1, waId: ana, bsuid: anaId },
      { at: 5, waId: ana, bsuid: otherId },
    ]);
    expect(areOne(identities, anaId, otherId)).toBe(false);
    expect(identities.learn({ at: 4, bsuid: otherId, previous: { bsuid: anaId } })?.merged).toEqual([
      otherId,
    ]);
    expect(areOne(identities, anaId, otherId, ana)).toBe(true);
  });

  test('behavior: ids known by number and by user id alone become one by a pair, and what each learned holds', () => {
    const identities = createIdentities([
      { at: 1, bsuid: anaId, parentBsuid: parent },
      { at: 2, number: '5511912345678', waId: ana },
      { at: 3, waId: ana, bsuid: anaId },
    ]);
    expect(areOne(identities, parent, anaId, ana, '5511912345678')).toBe(true);
    expect(identities.records.map(({ merged }) => merged)).toEqual([[parent], ['5511912345678'], [ana]]);
  });

  test('behavior: a merge is undone by leaving its record out', () => {
    const wrong: IdentityFact = { at: 2, waId: '16505551234', bsuid: anaId };
    const identities = createIdentities([{ at: 1, waId: ana, bsuid: anaId }, wrong]);
    expect(areOne(identities, ana, '16505551234')).toBe(true);
    const stored = JSON.parse(JSON.stringify(identities.records)) as typeof identities.records;
    const mended = createIdentities(stored.filter(({ waId }) => waId !== wrong.waId));
    expect([mended.resolve('16505551234'), mended.resolve(ana)]).toEqual(['16505551234', anaId]);
  });

  test('behavior: stored records give the same answers, and nobody is merged into themselves', () => {
    const number = fc.constantFrom(ana, '5215512345678', '16505551234', '12195555358');
    const userId = fc.constantFrom('US.1', 'US.2', 'US.3', 'US.4');
    const ids = fc.record({
      waId: fc.option(number, { nil: undefined }),
      bsuid: fc.option(userId, { nil: undefined }),
    });
    const fact = fc.record({
      waId: ids.map((one) => one.waId),
      bsuid: ids.map((one) => one.bsuid),
      previous: fc.option(ids, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), (facts) => {
        const identities = createIdentities(facts.map((one, at) => ({ ...one, at })));
        const again = createIdentities(JSON.parse(JSON.stringify(identities.records)) as IdentityFact[]);
        const known = ['US.1', 'US.2', 'US.3', 'US.4', ana, '5215512345678', '16505551234', '12195555358'];
        expect(known.map((id) => again.resolve(id))).toEqual(known.map((id) => identities.resolve(id)));
        for (const { merged, contact } of identities.records) expect(merged).not.toContain(contact);
      }),
    );
  });
});
