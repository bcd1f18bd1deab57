export {
  approveJoinRequests,
  type DecideJoinRequestsParams,
  type FailedJoinRequest,
  type ApproveJoinRequestsResult,
} from './approve-join-requests.ts';
export { createGroup, type CreateGroupParams } from './create-group.ts';
export { deleteGroupInviteLink } from './delete-group-invite-link.ts';
export { deleteGroup, type GroupTarget } from './delete-group.ts';
export { getGroupInviteLink, type GroupInviteLink } from './get-group-invite-link.ts';
export { getGroup, type Group, type GroupField, type GetGroupParams } from './get-group.ts';
export { listGroups, type GroupSummary } from './list-groups.ts';
export { listJoinRequests, type JoinRequest } from './list-join-requests.ts';
export { rejectJoinRequests, type RejectJoinRequestsResult } from './reject-join-requests.ts';
export {
  removeGroupParticipants,
  type GroupParticipant,
  type RemoveGroupParticipantsParams,
} from './remove-group-participants.ts';
export { resetGroupInviteLink } from './reset-group-invite-link.ts';
export { setGroupPicture, type SetGroupPictureParams } from './set-group-picture.ts';
export { updateGroup, type UpdateGroupParams, type GroupRequest } from './update-group.ts';
