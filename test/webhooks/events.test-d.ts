import {
  type WebhookEvent,
  type WebhookEventKind,
  type WebhookEventOf,
  type WebhookHandlers,
  createWebhookHandler,
  parseWebhook,
} from 'wabakit/webhooks';

type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const is = <Verdict extends true>(): Verdict | undefined => undefined;

is<Same<ReturnType<typeof parseWebhook>, WebhookEvent[]>>();
is<Same<WebhookEventOf<'message'>['at'], number>>();
is<Same<WebhookEventOf<'status'>['at'], number>>();
is<Same<WebhookEventOf<'error'>['at'], number | undefined>>();
is<Same<WebhookEventOf<'unknown'>['raw'], unknown>>();
// @ts-expect-error a message has no status
is<Same<WebhookEventOf<'message'>['status'], string>>();
// @ts-expect-error a text is only there once the type says so
is<Same<WebhookEventOf<'message'>['text'], { body: string }>>();

// Every kind of event has a handler, and each handler gets the event of its kind.
is<Same<keyof WebhookHandlers, WebhookEventKind | 'any'>>();
type HandledEvent<Key extends keyof WebhookHandlers> = Parameters<NonNullable<WebhookHandlers[Key]>>[0];
is<
  Same<
    { [Kind in WebhookEventKind]: HandledEvent<Kind> },
    { [Kind in WebhookEventKind]: WebhookEventOf<Kind> }
  >
>();
is<Same<HandledEvent<'any'>, WebhookEvent>>();

export function read(event: WebhookEvent): string | undefined {
  if (event.kind === 'message' && event.type === 'text') return event.text.body;
  if (event.kind === 'message' && event.type === 'interactive' && event.interactive.type === 'list_reply')
    return event.interactive.list_reply.id;
  if (event.kind === 'accountUpdate' && event.event === 'DISABLED_UPDATE')
    return event.raw.ban_info?.waba_ban_state;
  // @ts-expect-error events are read-only
  if (event.kind === 'status') event.status = 'sent';
  return undefined;
}

createWebhookHandler({
  appSecret: 'a',
  verifyToken: 'b',
  on: {
    templateStatus: (event) => event.name.length,
    // @ts-expect-error the handler of a status gets a status
    status: (event: WebhookEventOf<'message'>) => event.wamid,
  },
});
// @ts-expect-error no such kind
createWebhookHandler({ appSecret: 'a', verifyToken: 'b', on: { messages: () => undefined } });
// @ts-expect-error the verify token is missing
createWebhookHandler({ appSecret: 'a' });
// @ts-expect-error a parsed body is no raw body
parseWebhook({ entry: [] });
