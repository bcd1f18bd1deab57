import { getRuntime } from '../../shared/runtime.ts';
import type { WebhookEventKind } from '../events/event.ts';
import type { WebhookErrorReason } from '../../errors/webhook-error.ts';

/** Published on the channel `wabakit:webhook` for each request. Nothing in it is personal or secret. */
export interface WebhookTrace {
  readonly method: string;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** Why the request was refused. */
  readonly reason?: WebhookErrorReason | undefined;
  /** How many events it held. */
  readonly events?: number | undefined;
  readonly bytes?: number | undefined;
  readonly durationMs: number;
}

/** Published on the channel `wabakit:webhook:event` for each event. Nothing in it is personal or secret. */
export interface WebhookEventTrace {
  readonly kind: WebhookEventKind;
  readonly field: string;
  /** `duplicate` was handled before; `busy` is being handled by another process. */
  readonly outcome: 'processed' | 'failed' | 'duplicate' | 'locked';
  readonly durationMs: number;
}

const diagnostics = getRuntime().getBuiltinModule?.('node:diagnostics_channel');
const requestChannel = diagnostics?.channel('wabakit:webhook');
const eventChannel = diagnostics?.channel('wabakit:webhook:event');

/** Publishes what became of a request. */
export function traceRequest(trace: WebhookTrace): void {
  if (requestChannel?.hasSubscribers) requestChannel.publish(trace);
}

/** Publishes what became of an event. */
export function traceEvent(trace: WebhookEventTrace): void {
  if (eventChannel?.hasSubscribers) eventChannel.publish(trace);
}
