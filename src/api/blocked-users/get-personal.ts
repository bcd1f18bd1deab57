import type { BlockUser } from '../../schemas/blocked-user.ts';

/** The ids of users, which never show in an error or a log. */
export const getPersonal = (users: readonly BlockUser[]): string[] =>
  users.flatMap(({ user, user_id }) => [user, user_id].filter((id) => id !== undefined));
