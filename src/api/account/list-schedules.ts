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

/** A schedule of an account. */
export interface Schedule {
  readonly id: string;
  readonly name: string;
  /** `ACTIVE`, `INACTIVE`, `PAUSED`, `EXPIRED`, `DRAFT`. */
  readonly status: string;
  /** `BUSINESS_HOURS`, `AUTOMATED_RESPONSE`, `MESSAGE_CAMPAIGN`, `MAINTENANCE_WINDOW`, `CUSTOM`. */
  readonly schedule_type: string;
  readonly description?: string | undefined;
  readonly start_time?: string | undefined;
  readonly end_time?: string | undefined;
  readonly timezone?: string | undefined;
  readonly days_of_week?: readonly string[] | undefined;
}

/**
 * Lists the schedules of an account, page by page.
 *
 * Source: Meta, "WhatsApp Business Account Schedules API".
 *
 * @example
 * for await (const { name, status } of listSchedules(client)) console.log(name, status); // Opening hours ACTIVE
 */
export async function* listSchedules(
  client: Client,
  params: WabaTarget & ListParams = {},
  options?: CallOptions,
): AsyncGenerator<Schedule, void, undefined> {
  yield* paginate(
    client,
    (after) => ({
      method: 'GET',
      path: graphPath`/${getWabaId(client, params)}/schedules`,
      query: { limit: params.limit, after },
      idempotency: 'safe',
      parse: parseResponse<Page<Schedule>>({ data: [{ id: 'string' }] }),
    }),
    options,
  );
}
