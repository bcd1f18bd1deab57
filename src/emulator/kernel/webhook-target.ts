/** A function that answers a webhook as a server would. */
export type WebhookTarget = (request: Request) => Response | Promise<Response>;
