import { approveJoinRequests } from './approve-join-requests.ts';
import { createGroup } from './create-group.ts';
import { deleteGroupInviteLink } from './delete-group-invite-link.ts';
import { deleteGroup } from './delete-group.ts';
import { getGroupInviteLink } from './get-group-invite-link.ts';
import { getGroup } from './get-group.ts';
import { listGroups } from './list-groups.ts';
import { listJoinRequests } from './list-join-requests.ts';
import { rejectJoinRequests } from './reject-join-requests.ts';
import { removeGroupParticipants } from './remove-group-participants.ts';
import { resetGroupInviteLink } from './reset-group-invite-link.ts';
import { setGroupPicture } from './set-group-picture.ts';
import { updateGroup } from './update-group.ts';

/** Creates and manages groups: their texts, picture, link, requests to join and participants. */
export const groupOperations = {
  create: createGroup,
  list: listGroups,
  get: getGroup,
  update: updateGroup,
  setPicture: setGroupPicture,
  delete: deleteGroup,
  getInviteLink: getGroupInviteLink,
  resetInviteLink: resetGroupInviteLink,
  deleteInviteLink: deleteGroupInviteLink,
  listJoinRequests,
  approveJoinRequests,
  rejectJoinRequests,
  removeParticipants: removeGroupParticipants,
};
