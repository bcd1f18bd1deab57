import {
  type CallOptions,
  type Client,
  graphPath,
  getPhoneNumberId,
  parseResponse,
} from '../../transport/transport.ts';
import type { HealthStatus } from '../../schemas/health-status.ts';

/** Parameters of `getHealthStatus`. */
export interface GetHealthStatusParams {
  /** The id of a phone number, an account or a template. Default: the client's phone number. */
  readonly nodeId?: string | undefined;
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
