import type { WabaTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  jsonBody,
  graphPath,
  parseResponse,
  getWabaId,
} from '../../transport/transport.ts';

/** A new schedule. */
export interface CreateScheduleParams extends WabaTarget {
  /** Up to 100 characters. */
  readonly name: string;
  readonly schedule_type:
    'BUSINESS_HOURS' | 'AUTOMATED_RESPONSE' | 'MESSAGE_CAMPAIGN' | 'MAINTENANCE_WINDOW' | 'CUSTOM';
  readonly start_time: string;
  readonly end_time: string;
  readonly timezone?: string | undefined;
  readonly days_of_week?: readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly is_active?: boolean | undefined;
  readonly recurrence_pattern?:
    | {
        readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
        readonly interval?: number | undefined;
        readonly end_date?: string | undefined;
      }
    | undefined;
}

/**
 * Creates a schedule of an account.
 *
 * Source: Meta, "WhatsApp Business Account Schedules API".
 *
 * @example
 * await createSchedule(client, { name: 'Opening hours', schedule_type: 'BUSINESS_HOURS', start_time: '09:00', end_time: '18:00' }); // { id: '…' }
 */
export function createSchedule(
  client: Client,
  { wabaId, ...body }: CreateScheduleParams,
  options?: CallOptions,
): Promise<{ readonly id: string }> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getWabaId(client, { wabaId })}/schedules`,
      body: jsonBody(body),
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly id: string }>({ id: 'string' }),
    },
    options,
  );
}
