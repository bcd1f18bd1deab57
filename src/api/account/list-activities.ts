import type { ListParams, WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  type Page,
  paginate,
  graphPath,
  parseResponse,
  getWabaId,
  toEpochSeconds,
} from '../../transport/transport.ts';

/** A change to an account. */
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

/** Parameters of `listActivities`. */
export interface ListActivitiesParams extends WabaTarget, ListParams {
  /** The start of the period: a `Date` or milliseconds since 1970. Default: Meta's. */
  readonly since?: Date | number | undefined;
  /** The end of the period: a `Date` or milliseconds since 1970. Default: now. */
  readonly until?: Date | number | undefined;
  /** Only activities of these types, such as `TEMPLATE_CREATED`. Default: all of them. */
  readonly activityTypes?: readonly string[] | undefined;
}

/**
 * Lists the changes that people and systems made to an account, page by page.
 *
 * Throws `UsageError` if `since` or `until` is not a valid time.
 *
 * Source: Meta's OpenAPI v23.0, "WhatsApp Business Account".
 *
 * @example
 * for await (const { activity_type, actor_name } of listActivities(client)) console.log(activity_type, actor_name); // TEMPLATE_CREATED Ana
 */
export async function* listActivities(
  client: Client,
  params: ListActivitiesParams = {},
  options?: CallOptions,
): AsyncGenerator<Activity, void, undefined> {
  const { since, until, activityTypes, limit } = params;
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/activities`,
      query: {
        since: toEpochSeconds(since, 'since'),
        until: toEpochSeconds(until, 'until'),
        activity_type: activityTypes,
        limit,
        after,
      },
      idempotency: 'safe',
      parse: parseResponse<Page<Activity>>({ data: [{ id: 'string', activity_type: 'string' }] }),
    }),
    options,
  );
}
