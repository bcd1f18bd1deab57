import type { Operations } from 'wabakit';
import type { Emulator } from 'wabakit/emulator';

/** Opens a group that the phones join, and returns its id. */
export async function openGroup(
  emulator: Emulator,
  wa: Pick<Operations, 'groups'>,
  members: readonly string[],
): Promise<string> {
  await wa.groups.create({ subject: 'Neighbours' });
  await emulator.waitForIdle();
  let groupId = '';
  for await (const group of wa.groups.list()) groupId = group.id;
  const { invite_link } = await wa.groups.getInviteLink({ groupId });
  for (const member of members) await emulator.phone(member).joinGroup(invite_link);
  return groupId;
}

/** Adds a second business number, verifies and registers it, and returns its id. */
export async function addNumber(emulator: Emulator, wa: Pick<Operations, 'phoneNumbers'>): Promise<string> {
  const { id } = await wa.phoneNumbers.create({ cc: '1', phoneNumber: '4155552671', verifiedName: 'Branch' });
  await wa.phoneNumbers.requestCode({ phoneNumberId: id, codeMethod: 'SMS', language: 'en_US' });
  const code = /"pendingCode":"(\d+)"/.exec(emulator.snapshot())?.[1] ?? '';
  await wa.phoneNumbers.verifyCode({ phoneNumberId: id, code });
  await wa.phoneNumbers.register({ phoneNumberId: id, pin: '150954' });
  return id;
}
