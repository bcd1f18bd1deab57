import { docsRoot } from '../shared/meta.ts';
import * as z from 'zod/mini';
import type { Issue } from '../shared/issue.ts';
import { characters } from './checks.ts';
import { issuesFrom } from './issues-from.ts';

const docs = `${docsRoot}/block-users`;

/** Someone to block: a phone number or WhatsApp ID in `user`, or a business-scoped user id in `user_id`. With both, `user` wins. */
export interface BlockUser {
  readonly user?: string | undefined;
  /** Not a parent id: Meta refuses those here. */
  readonly user_id?: string | undefined;
}

const schema = () =>
  z.object({
    users: z
      .array(
        z.strictObject({ user: z.optional(characters(64)), user_id: z.optional(characters(131)) }).check(
          z.refine((user) => user.user !== undefined || user.user_id !== undefined, {
            error: 'needs user or user_id',
          }),
          z.refine((user) => !/^[A-Z]{2}\.ENT\./.test(user.user_id ?? ''), {
            error: 'has a parent id in user_id; Meta takes none here',
          }),
        ),
      )
      .check(z.minLength(1)),
  });

/** Says what Meta would refuse in a list of users to block or unblock. Never throws. */
export const validateBlockUsers = (body: unknown): Issue[] => issuesFrom(schema, body, docs);
