import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MessageStatus, type StatusState, reduceStatus } from 'wabakit/webhooks';

interface Seen {
  readonly status: MessageStatus;
  readonly at: number;
  readonly errors: readonly { readonly code: number }[] | undefined;
}
const seen = (status: MessageStatus, at: number, code?: number): Seen => ({
  status,
  at,
  errors: code === undefined ? undefined : [{ code }],
});

function run(events: readonly Seen[]): {
  readonly state: StatusState | undefined;
  readonly verdicts: string[];
} {
  let state: StatusState | undefined;
  const verdicts = events.map((event) => {
    const step = reduceStatus(state, event);
    state = step.state;
    return step.verdict;
  });
  return { state, verdicts };
}

test('default', () => {
  expect(run([seen('sent', 1), seen('delivered', 2), seen('read', 3), seen('played', 4)])).toEqual({
    state: {
      status: 'played',
      reached: 'played',
      times: { sent: 1, delivered: 2, read: 3, played: 4 },
      code: undefined,
    },
    verdicts: ['new', 'new', 'new', 'new'],
  });
});

test('behavior: a late status does not move the message back, and its time is kept', () => {
  expect(run([seen('read', 3), seen('delivered', 2), seen('sent', 1), seen('read', 3)])).toEqual({
    state: { status: 'read', reached: 'read', times: { sent: 1, delivered: 2, read: 3 }, code: undefined },
    verdicts: ['new', 'out_of_order', 'out_of_order', 'repeat'],
  });
});

test('behavior: a failure is the end, with its code', () => {
  const { state, verdicts } = run([seen('sent', 1), seen('failed', 2, 131026), seen('failed', 2, 131026)]);
  expect(state).toEqual({ status: 'failed', reached: 'sent', times: { sent: 1, failed: 2 }, code: 131026 });
  expect(verdicts).toEqual(['new', 'new', 'repeat']);
  expect(run([seen('failed', 2, 131026), seen('sent', 1)]).verdicts).toEqual(['new', 'new']);
});

test('behavior: a failure after delivery and a delivery after failure are marked', () => {
  const failed = run([seen('delivered', 1), seen('failed', 2, 131036)]);
  const delivered = run([seen('failed', 2, 131036), seen('delivered', 1)]);
  expect(failed.verdicts).toEqual(['new', 'conflict']);
  expect(delivered.verdicts).toEqual(['new', 'conflict']);
  expect(failed.state).toEqual(delivered.state);
  expect(failed.state).toMatchObject({ status: 'failed', reached: 'delivered', code: 131036 });
});

test('behavior: a deleted message stays deleted', () => {
  expect(run([seen('deleted', 5), seen('read', 3)]).state).toMatchObject({
    status: 'deleted',
    reached: 'read',
  });
  expect(run([seen('deleted', 5)]).state).toMatchObject({ status: 'deleted', reached: undefined });
});

test('behavior: any permutation, with repeats, ends in the same state', () => {
  const statuses = fc.constantFrom<MessageStatus>('sent', 'delivered', 'read', 'played', 'failed', 'deleted');
  const event = fc.record({ status: statuses, at: fc.nat(100), code: fc.constantFrom(131026, 131049) });
  fc.assert(
    fc.property(
      fc
        .array(event, { minLength: 1, maxLength: 12 })
        .chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
          ),
        ),
      ([events, shuffled]) => {
        const toSeen = (one: (typeof events)[number]): Seen =>
          seen(one.status, one.at, one.status === 'failed' ? one.code : undefined);
        expect(run(shuffled.map(toSeen)).state).toEqual(run(events.map(toSeen)).state);
      },
    ),
    { numRuns: 500 },
  );
});
