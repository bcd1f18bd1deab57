import type { NumberTarget, Success } from '../../schemas/targets.ts';
import { type CallOptions, type Client, parseSuccess } from '../../transport/transport.ts';
import { callAction } from './call-action.ts';

/** Which call. */
export interface EndCallParams extends NumberTarget {
  readonly call_id: string;
}

/**
 * Rejects an incoming call.
 *
 * Source: Meta, "User-initiated calls".
 *
 * @example
 * await rejectCall(client, { call_id: 'wacid.HBgL…' }); // { success: true }
 */
export const rejectCall = (client: Client, params: EndCallParams, options?: CallOptions): Promise<Success> =>
  callAction(client, 'reject', params, parseSuccess, options);
