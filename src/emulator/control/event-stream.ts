import type { Core } from '../core/core.ts';
import type { EmulatorEvent } from '../kernel/events.ts';
import type { JournalEntry } from '../kernel/journal.ts';
import { at, toText } from '../kernel/json.ts';
import type { PhoneEvent } from '../page/protocol/protocol.ts';
import { getBill } from '../messages/billing.ts';
import { getBubble } from './bubble.ts';
import { faultViews } from './fault-view.ts';
import { journalView } from './journal-view.ts';
import { businessView, clockView, userView, phoneState, templateView } from './phone-state.ts';

// Events of the same moment go out together, so that a load test does not drown the page.
const flushEvery = 40;
// A comment now and then shows the server that a page has gone, and proxies that the stream lives.
const beatEvery = 15_000;

/** What has changed since the last flush. */
interface Changes {
  readonly users: Set<string>;
  readonly wamids: Set<string>;
  readonly templates: Set<string>;
  readonly entries: Set<JournalEntry>;
  business: boolean;
  bill: boolean;
  clock: boolean;
  faults: boolean;
  reset: boolean;
}

const noChanges = (): Changes => ({
  users: new Set(),
  wamids: new Set(),
  templates: new Set(),
  entries: new Set(),
  business: false,
  bill: false,
  clock: false,
  faults: false,
  reset: false,
});

function note({ context }: Core, changes: Changes, event: EmulatorEvent): void {
  switch (event.kind) {
    case 'message':
    case 'status': {
      const message = context.state.messages.get(event.wamid);
      const target = toText(at(message?.payload, 'reaction', 'message_id'));
      changes.wamids.add(message?.type === 'reaction' && target !== undefined ? target : event.wamid);
      changes.users.add(event.waId);
      changes.bill ||= event.kind === 'status' && event.status === 'delivered';
      break;
    }
    case 'user':
      changes.users.add(event.waId);
      break;
    case 'template':
      changes.templates.add(event.templateId);
      break;
    case 'request':
    case 'webhook':
      changes.entries.add(event.entry);
      break;
    default:
      changes[event.kind] = true;
  }
}

function getEvents(core: Core, changes: Changes, baseUrl: string): readonly PhoneEvent[] {
  const { context } = core;
  if (changes.reset) return [{ kind: 'state', state: phoneState(core, baseUrl) }];
  const { templates, messages } = context.state;
  return [
    ...[...changes.users].map((waId): PhoneEvent => ({
      kind: 'user',
      user: userView(context, waId),
    })),
    ...[...changes.wamids].flatMap((wamid): PhoneEvent[] => {
      const message = messages.get(wamid);
      return message ? [{ kind: 'bubble', waId: message.waId, bubble: getBubble(context, message) }] : [];
    }),
    ...[...changes.templates].map((id): PhoneEvent => {
      const template = templates.get(id);
      return template && template.status !== 'DELETED'
        ? { kind: 'template', template: templateView(context, template) }
        : { kind: 'templateDeleted', id };
    }),
    ...(changes.business ? [{ kind: 'business', business: businessView(core, baseUrl) } as const] : []),
    ...(changes.bill ? [{ kind: 'bill', bill: getBill(context) } as const] : []),
    ...(changes.clock ? [{ kind: 'clock', clock: clockView(core) } as const] : []),
    ...(changes.faults ? [{ kind: 'faults', faults: faultViews(core.faults) } as const] : []),
    ...[...changes.entries].map((entry): PhoneEvent => ({
      kind: 'journal',
      entry: journalView(entry, messages),
    })),
  ];
}

/** A stream of server-sent events for one page: everything first, then what changes. */
export function eventStream(core: Core, baseUrl: string): Response {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let changes = noChanges();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const write = (event: PhoneEvent): void => {
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      };
      const flush = (): void => {
        timer = undefined;
        const ready = changes;
        changes = noChanges();
        for (const event of getEvents(core, ready, baseUrl)) write(event);
      };
      const listener = (event: EmulatorEvent): void => {
        note(core, changes, event);
        timer ??= setTimeout(flush, flushEvery);
      };
      const beat = setInterval(() => {
        controller.enqueue(encoder.encode(': alive\n\n'));
      }, beatEvery);
      core.listeners.add(listener);
      stop = () => {
        core.listeners.delete(listener);
        clearTimeout(timer);
        clearInterval(beat);
      };
      write({ kind: 'state', state: phoneState(core, baseUrl) });
    },
    cancel() {
      stop();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
