/** What the emulator gives a receiver in addition to the request, as edge platforms do. */
export interface WebhookTargetContext {
  /** Makes the emulator wait for work that goes on after the response. `createWebhookHandler` passes the work of its handlers. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** A function that answers a webhook as a server would. */
export type WebhookTarget = (
  request: Request,
  context?: WebhookTargetContext,
) => Response | Promise<Response>;
