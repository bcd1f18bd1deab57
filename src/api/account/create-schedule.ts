import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
  toSnakeCaseKeys,
} from '../../transport/transport.ts';

/** Parameters of `createSchedule`. */
export interface CreateScheduleParams extends WabaTarget {
  /** The name that people of the business read: 1 to 100 characters. */
  readonly name: string;
  /** The kind of schedule; `CUSTOM` for everything that the other four do not name. */
  readonly scheduleType:
    'BUSINESS_HOURS' | 'AUTOMATED_RESPONSE' | 'MESSAGE_CAMPAIGN' | 'MAINTENANCE_WINDOW' | 'CUSTOM';
  /** When it starts on a day, as `HH:MM` in `timezone`. */
  readonly startTime: string;
  /** When it ends on a day, as `HH:MM` in `timezone`. */
  readonly endTime: string;
  /** The IANA time zone of the times: `America/New_York`. Default: the account's. */
  readonly timezone?: string | undefined;
  /** The days on which it applies: `MONDAY`. Default: every day. */
  readonly daysOfWeek?: readonly string[] | undefined;
  /** A note about what the schedule is for. */
  readonly description?: string | undefined;
  /** Whether it applies as soon as it is created. Default: Meta's. */
  readonly isActive?: boolean | undefined;
  /** How often it recurs, in Meta's spelling; `end_date` is `YYYY-MM-DD`. Default: it does not recur. */
  readonly recurrencePattern?:
    | {
        readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
        readonly interval?: number | undefined;
        readonly end_date?: string | undefined;
      }
    | undefined;
}

/**
 * Creates a schedule of a WhatsApp Business Account, such as its business hours.
 *
 * Source: Meta, "WhatsApp Business Account Schedules API".
 *
 * @example
 * await createSchedule(client, { name: 'Opening hours', scheduleType: 'BUSINESS_HOURS', startTime: '09:00', endTime: '18:00' }); // { id: '…' }
 */
export async function createSchedule(
  client: Client,
  { wabaId, ...body }: CreateScheduleParams,
  options?: CallOptions,
): Promise<{ readonly id: string }> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/schedules`,
      body: jsonBody(toSnakeCaseKeys(body)),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly id: string }>({ id: 'string' }),
    },
    options,
  );
}
