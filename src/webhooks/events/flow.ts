import { type EventBase, readId } from './base.ts';
import { readValue } from './readers.ts';

/** Flow news as Meta sends it. Which figures it has depends on `event`. */
export interface RawFlow {
  readonly event:
    | 'FLOW_STATUS_CHANGE'
    | 'CLIENT_ERROR_RATE'
    | 'ENDPOINT_ERROR_RATE'
    | 'ENDPOINT_LATENCY'
    | 'ENDPOINT_AVAILABILITY'
    | 'FLOW_VERSION_EXPIRY_WARNING'
    | (string & {});
  readonly flow_id?: string | number | undefined;
  readonly message?: string | undefined;
  readonly warning?: string | undefined;
  readonly old_status?: string | undefined;
  readonly new_status?:
    'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'BLOCKED' | 'THROTTLED' | (string & {}) | undefined;
  readonly alert_state?: 'ACTIVATED' | 'DEACTIVATED' | (string & {}) | undefined;
  readonly threshold?: number | undefined;
  /** Per cent. */
  readonly error_rate?: number | undefined;
  readonly errors?:
    | readonly {
        readonly error_type?: string | undefined;
        readonly error_rate?: number | undefined;
        readonly error_count?: number | undefined;
      }[]
    | undefined;
  /** Milliseconds. */
  readonly p50_latency?: number | undefined;
  readonly p90_latency?: number | undefined;
  readonly requests_count?: number | undefined;
  /** Per cent. */
  readonly availability?: number | undefined;
}

/**
 * A Flow changed its status, fails or is slow, or its version ends.
 *
 * Source: Meta, "Flows webhooks".
 */
export interface FlowEvent extends EventBase<'flow', RawFlow> {
  readonly at: number | undefined;
  readonly event: RawFlow['event'];
  readonly flowId: string | undefined;
  readonly oldStatus: string | undefined;
  readonly newStatus: RawFlow['new_status'];
}

/** The field `flows`. */
export const flowFields = {
  flows: readValue<FlowEvent>('flow', ['event'], (value) => ({
    event: value.event,
    flowId: readId(value.flow_id),
    oldStatus: value.old_status,
    newStatus: value.new_status,
  })),
};
