import type { NumberTarget } from '../../schemas/targets.ts';
import { type CallOptions, type Client, parseSuccess } from '../../transport/transport.ts';
import { callAction } from './call-action.ts';

/** The call to end. */
export interface EndCallParams extends NumberTarget {
  /** The id of the call, `wacid.…`, as the webhook `calls` carries it. */
  readonly callId: string;
}

/**
 * Rejects an incoming call.
 *
 * Source: Meta, "User-initiated calls".
 *
 * @example
 * await rejectCall(client, { callId: 'wacid.HBgL…' });
 */
export const rejectCall = async (
  client: Client,
  params: EndCallParams,
  options?: CallOptions,
): Promise<void> => callAction(client, 'reject', params, parseSuccess, options);
