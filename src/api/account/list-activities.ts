import type { ListParams, WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';
import { getSeconds } from './get-seconds.ts';

/** Something that happened to an account. */
export interface Activity {
  readonly id: string;
  /** Such as `PHONE_NUMBER_ADDED` or `TEMPLATE_CREATED`. */
  readonly activity_type: string;
  /** ISO 8601. */
  readonly timestamp: string;
  /** `USER`, `SYSTEM`, `API`, `ADMIN` or `AUTOMATED_PROCESS`. */
  readonly actor_type: string;
  readonly actor_id?: string | undefined;
  readonly actor_name?: string | undefined;
  readonly description?: string | undefined;
  readonly details?: unknown;
}

/** Which activities. */
export interface ListActivitiesParams extends WabaTarget, ListParams {
  /** From when on, in milliseconds since 1970. */
  readonly sinceAt?: number | undefined;
  /** Until when, in milliseconds since 1970. */
  readonly untilAt?: number | undefined;
  readonly activity_type?: readonly string[] | undefined;
}

/**
 * Lists who changed what in an account.
 *
 * Source: Meta's OpenAPI v23.0, "WhatsApp Business Account".
 *
 * @example
 * for await (const { activity_type, actor_name } of listActivities(client)) console.log(activity_type, actor_name); // TEMPLATE_CREATED Ana
 */
export function listActivities(
  client: Client,
  params: ListActivitiesParams = {},
  options?: CallOptions,
): AsyncGenerator<Activity, void, undefined> {
  const { sinceAt, untilAt, activity_type, limit } = params;
  return paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/activities`,
      query: { since: getSeconds(sinceAt), until: getSeconds(untilAt), activity_type, limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Activity>>({ data: [{ id: 'string', activity_type: 'string' }] }),
    }),
    options,
  );
}
