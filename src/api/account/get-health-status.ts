import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';

/** What prevents one part of the account from sending. */
export interface HealthEntity {
  /** `PHONE_NUMBER`, `WABA`, `BUSINESS`, `APP` or `MESSAGE_TEMPLATE`. */
  readonly entity_type: string;
  readonly id: string;
  /** `AVAILABLE`, `LIMITED` or `BLOCKED`. */
  readonly can_send_message: string;
  readonly can_receive_call_sip?: string | undefined;
  readonly additional_info?: readonly string[] | undefined;
  readonly errors?:
    | readonly {
        readonly error_code: number;
        readonly error_description?: string | undefined;
        readonly possible_solution?: string | undefined;
      }[]
    | undefined;
}

/** Parameters of `getHealthStatus`. */
export interface GetHealthStatusParams {
  /** The id of a phone number, an account or a template. Default: the client's phone number. */
  readonly nodeId?: string | undefined;
}

/** Whether messages can be sent, and if not, why. */
export interface HealthStatus {
  /** The worst of the parts: `AVAILABLE`, `LIMITED` or `BLOCKED`. */
  readonly can_send_message: string;
  readonly entities: readonly HealthEntity[];
}

/**
 * Returns whether messages can be sent with a phone number, an account or a template, and if not, what prevents it and how to solve it.
 * Call it first when no message arrives.
 *
 * Source: Meta, "Messaging health status".
 *
 * @example
 * (await getHealthStatus(client)).entities.flatMap((entity) => entity.errors ?? []); // [] when all is well
 */
export async function getHealthStatus(
  client: Client,
  params: GetHealthStatusParams = {},
  options?: CallOptions,
): Promise<HealthStatus> {
  return client.request(
    {
      method: 'GET',
      path: graphPath`/${params.nodeId ?? getPhoneNumberId(client)}`,
      query: { fields: 'health_status' },
      idempotency: 'safe',
      parse: (reply) =>
        parseResponse<{ health_status: HealthStatus }>({
          health_status: { can_send_message: 'string', entities: 'array' },
        })(reply).health_status,
    },
    options,
  );
}
