import { type CallOptions, type Client, parseSuccess } from '../../transport/transport.ts';
import { callAction } from './call-action.ts';
import type { EndCallParams } from './reject-call.ts';

/**
 * Ends a call, also when the media connection is already gone: billing stops with it.
 *
 * Source: Meta, "Business-initiated calls".
 *
 * @example
 * await terminateCall(client, { callId: 'wacid.HBgL…' });
 */
export const terminateCall = async (
  client: Client,
  params: EndCallParams,
  options?: CallOptions,
): Promise<void> => callAction(client, 'terminate', params, parseSuccess, options);
