import { describe, expect, test } from 'vitest';
import { saveWelcomeSequence, updateSignup, updateWaba } from '../../../src/api/account/index.ts';
import { deleteGroupInviteLink } from '../../../src/api/groups/index.ts';
import type { Client, Endpoint } from '../../../src/transport/transport.ts';

/** A client whose every call is answered with one reply. */
const answering = (json: unknown): Client => ({
  config: { wabaId: '1022' },
  request: <T>(endpoint: Endpoint<T>) =>
    new Promise<T>((resolve) => {
      resolve(endpoint.parse({ status: 200, headers: new Headers(), json, stream: undefined }));
    }),
});
const refused = 'the reply should say success: true';

describe('success: false is a ResponseShapeError', () => {
  test('error: updateWaba', async () => {
    await expect(updateWaba(answering({ success: false }), { name: 'A' })).rejects.toThrow(refused);
  });

  test('error: deleteGroupInviteLink, which Meta answers with text', async () => {
    await expect(deleteGroupInviteLink(answering({ success: 'false' }), { groupId: 'g' })).rejects.toThrow(
      refused,
    );
    expect(await deleteGroupInviteLink(answering({ success: 'true' }), { groupId: 'g' })).toBeUndefined();
  });

  test('error: updateSignup, unless the reply is the signup itself', async () => {
    await expect(updateSignup(answering({ success: false }), { signupId: '7' })).rejects.toThrow(refused);
    expect(await updateSignup(answering({ id: '7' }), { signupId: '7' })).toBeUndefined();
  });
});

describe('saveWelcomeSequence', () => {
  test('default: a new sequence has the id of the reply', async () => {
    expect(await saveWelcomeSequence(answering({ sequence_id: '7' }), { name: 'A' })).toEqual({
      sequence_id: '7',
    });
  });

  test('behavior: a change keeps the id of the call', async () => {
    const params = { sequenceId: '8', name: 'A' };
    expect(await saveWelcomeSequence(answering({ success: true }), params)).toEqual({ sequence_id: '8' });
    await expect(saveWelcomeSequence(answering({ success: false }), params)).rejects.toThrow(refused);
  });
});
