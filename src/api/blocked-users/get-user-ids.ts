import type { BlockUser } from '../../schemas/blocked-user.ts';

/** Returns the ids of users, which must never show in an error or a log. */
export const getUserIds = (users: readonly BlockUser[]): string[] =>
  users.flatMap(({ user, user_id }) => [user, user_id].filter((id) => id !== undefined));
