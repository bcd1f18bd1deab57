import type { Bsuid, WaId } from '../../shared/ids.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../transport/transport.ts';

/** A group. */
export interface Group {
  readonly id: string;
  readonly subject?: string | undefined;
  readonly description?: string | undefined;
  readonly join_approval_mode?: string | undefined;
  readonly suspended?: boolean | undefined;
  /** Seconds. */
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

/** Which group, and what of it. */
export interface GetGroupParams {
  readonly groupId: string;
  /** Default: all of them. */
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
 * Reads a group: its subject, its people, whether Meta suspended it.
 *
 * Source: Meta, "Groups reference".
 *
 * @example
 * (await getGroup(client, { groupId: 'Y2FwaV9n…' })).total_participant_count; // 3
 */
export function getGroup(client: Client, params: GetGroupParams, options?: CallOptions): Promise<Group> {
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
