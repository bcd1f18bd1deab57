import type { Bsuid, WaId } from '../../shared/ids.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';

/** A group. */
export interface Group {
  readonly id: string;
  readonly subject?: string | undefined;
  readonly description?: string | undefined;
  readonly join_approval_mode?: string | undefined;
  readonly suspended?: boolean | undefined;
  /** When the group was created, in seconds since 1970. */
  readonly creation_timestamp?: number | undefined;
  readonly participants?:
    readonly { readonly wa_id?: WaId | undefined; readonly user_id?: Bsuid | undefined }[] | undefined;
  readonly total_participant_count?: number | undefined;
}

/** The fields of a group. */
export type GroupField =
  | 'subject'
  | 'description'
  | 'join_approval_mode'
  | 'suspended'
  | 'creation_timestamp'
  | 'participants'
  | 'total_participant_count';

/** Parameters of `getGroup`. */
export interface GetGroupParams {
  /** The group's id, from the webhook `group_lifecycle_update` or `listGroups`. */
  readonly groupId: string;
  /** The fields to read. Default: all of them. */
  readonly fields?: readonly GroupField[] | undefined;
}

const allFields: readonly GroupField[] = [
  'subject',
  'description',
  'join_approval_mode',
  'suspended',
  'creation_timestamp',
  'participants',
  'total_participant_count',
];

/**
 * Returns a group: its subject, its participants, and whether Meta suspended it.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * (await getGroup(client, { groupId: 'Y2FwaV9n…' })).total_participant_count; // 3
 */
export async function getGroup(
  client: Client,
  params: GetGroupParams,
  options?: CallOptions,
): Promise<Group> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${params.groupId}`,
      query: { fields: params.fields ?? allFields },
      idempotency: 'safe',
      parse: parseResponse<Group>({ id: 'string' }),
    },
    options,
  );
}
