import { getRuntime } from '../../shared/runtime.ts';
import type { WebhookEventKind } from '../events/event.ts';
import type { WebhookErrorReason } from '../../errors/webhook-error.ts';

/** The message on the diagnostics channel `wabakit:webhook`, one for each request. It contains no personal data and no secret. */
export interface WebhookTrace {
  /** The HTTP method of the request. */
  readonly method: string;
  /** The HTTP status of the response. */
  readonly status: number;
  /** Why the request was refused; `undefined` if it was accepted or is a handshake. */
  readonly reason?: WebhookErrorReason | undefined;
  /** How many events the body contained; `undefined` if it was refused, or is no webhook. */
  readonly events?: number | undefined;
  /** The size of the body, in bytes. */
  readonly bytes?: number | undefined;
  /** The time until the response, in milliseconds. */
  readonly durationMs: number;
}

/** The message on the diagnostics channel `wabakit:webhook:event`, one for each event. It contains no personal data and no secret. */
export interface WebhookEventTrace {
  /** The kind of the event, such as `message`. */
  readonly kind: WebhookEventKind;
  /** The webhook field that Meta sent it under, such as `messages`. */
  readonly field: string;
  /** `processed` and `failed` by your handlers; `duplicate`: it was processed before; `locked`: another process is processing it. */
  readonly outcome: 'processed' | 'failed' | 'duplicate' | 'locked';
  /** The time that the handlers took, in milliseconds. */
  readonly durationMs: number;
}

const diagnostics = getRuntime().getBuiltinModule?.('node:diagnostics_channel');
const requestChannel = diagnostics?.channel('wabakit:webhook');
const eventChannel = diagnostics?.channel('wabakit:webhook:event');

/** Returns whether something listens to the traces of requests. */
export const isRequestTraced = (): boolean => requestChannel?.hasSubscribers === true;

/** Publishes the trace of a request. */
export function traceRequest(trace: WebhookTrace): void {
  if (isRequestTraced()) requestChannel?.publish(trace);
}

/** Publishes the trace of an event. */
export function traceEvent(trace: WebhookEventTrace): void {
  if (eventChannel?.hasSubscribers) eventChannel.publish(trace);
}
