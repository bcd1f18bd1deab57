import { docsRoot } from '../shared/meta.ts';
import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

const docs = `${docsRoot}/groups/reference`;

const subject = () => characters(128);
const description = () => z.optional(characters(2048, 0));

const newSchema = () =>
  z.strictObject({
    subject: subject(),
    description: description(),
    joinApprovalMode: z.optional(z.enum(['auto_approve', 'approval_required'])),
  });
const changeSchema = () => z.strictObject({ subject: z.optional(subject()), description: description() });
const participantsSchema = () =>
  z.object({
    participants: z
      .array(
        z.strictObject({ user: z.optional(characters(64)), user_id: z.optional(characters(131)) }).check(
          z.refine((user) => (user.user === undefined) !== (user.user_id === undefined), {
            error: 'needs exactly one of user and user_id',
          }),
        ),
      )
      .check(z.minLength(1), z.maxLength(8)),
  });

/** Says what Meta would refuse in a new group. Never throws. */
export const validateNewGroup = (body: unknown): Issue[] => issuesFrom(newSchema, body, docs);

/** Says what Meta would refuse in a change of a group. Never throws. */
export const validateGroupChange = (body: unknown): Issue[] => issuesFrom(changeSchema, body, docs);

/** Says what Meta would refuse in a list of people to take out of a group. Never throws. */
export const validateParticipants = (body: unknown): Issue[] => issuesFrom(participantsSchema, body, docs);
