import { UsageError } from '../../errors/usage-error.ts';
import type { Bsuid, WaId } from '../../shared/ids.ts';
import type { NumberTarget } from '../../schemas/targets.ts';
import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** What you may do towards a customer. */
export interface CallPermission {
  readonly permission: {
    /** `no_permission`, `temporary` (7 days), `permanent`; Meta's specification says `granted`, `pending`, `denied`, `expired`. */
    readonly status: string;
    /** Seconds. */
    readonly expiration_time?: number | undefined;
  };
  readonly actions?:
    | readonly {
        /** `start_call` or `send_call_permission_request`. */
        readonly action_name: string;
        readonly can_perform_action: boolean;
        readonly limits?:
          | readonly {
              /** An ISO 8601 duration, `PT24H`. */
              readonly time_period: string;
              readonly max_allowed: number;
              readonly current_usage: number;
              readonly limit_expiration_time?: number | undefined;
            }[]
          | null
          | undefined;
      }[]
    | undefined;
}

/** The customer: exactly one of the two ids. */
export interface GetCallPermissionParams extends NumberTarget {
  /** The customer's WhatsApp ID: digits without `+`, as events carry it. */
  readonly waId?: WaId | undefined;
  /** The customer's business-scoped user id. */
  readonly recipient?: Bsuid | undefined;
}

/**
 * Returns whether a customer may be called, and how many calls are left. Meta allows 5 of these requests a second.
 *
 * Source: Meta, "User call permissions".
 *
 * @example
 * (await getCallPermission(client, { waId: '14085551234' })).permission.status; // 'temporary'
 */
export async function getCallPermission(
  client: Client,
  params: GetCallPermissionParams,
  options?: CallOptions,
): Promise<CallPermission> {
  const { waId, recipient } = params;
  if ((waId === undefined) === (recipient === undefined)) {
    throw new UsageError({
      summary: 'A permission belongs to one customer.',
      issues: [{ path: 'waId', message: 'exactly one of waId and recipient is needed', limit: 1 }],
    });
  }
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${getPhoneNumberId(client, params)}/call_permissions`,
      query: { user_wa_id: waId, recipient },
      idempotency: 'safe',
      sensitive: [waId, recipient].filter((id) => id !== undefined),
      parse: parseResponse<CallPermission>({ permission: { status: 'string' } }),
    },
    options,
  );
}
