import type { RawObject } from '../events/base.ts';
import type { WebhookEvent } from '../events/event.ts';
import type { WebhookTenant } from './handler-options.ts';

/** Parameters of {@link keepOwn}. The functions are given and not imported, so that a bundle without chunks does not wrap their modules. */
interface KeepOwnParams {
  /** The verified body. */
  readonly body: Uint8Array;
  /** The events of the body. */
  readonly events: readonly WebhookEvent[];
  /** The tenant whose secret signed it. */
  readonly tenant: WebhookTenant;
  readonly readJson: (body: Uint8Array) => unknown;
  readonly parseWebhook: (body: string) => readonly WebhookEvent[];
  /** Called with each event of a change that is left out. */
  readonly refuse: (event: WebhookEvent) => void;
}

const isListed = (ids: readonly string[] | undefined, id: string | undefined): boolean =>
  ids === undefined || id === undefined || ids.includes(id);

const isObject = (value: unknown): value is RawObject => typeof value === 'object' && value !== null;
const readList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * Returns a body without the changes that carry ids of somebody else than its tenant; the body itself if there are none. A changed body is
 * JSON of the same content: what is stored for later must not contain what was refused now.
 */
export function keepOwn({ body, events, tenant, readJson, parseWebhook, refuse }: KeepOwnParams): Uint8Array {
  const isOwn = ({ wabaId, phoneNumberId }: WebhookEvent): boolean =>
    isListed(tenant.wabaIds, wabaId) && isListed(tenant.phoneNumberIds, phoneNumberId);
  const areOwn = (some: readonly WebhookEvent[]): boolean => {
    if (some.every(isOwn)) return true;
    for (const event of some) refuse(event);
    return false;
  };
  if (events.every(isOwn)) return body;

  const envelope = readJson(body);
  const entries = isObject(envelope) ? readList(envelope['entry']) : [];
  // The samples of the App Dashboard are one change without an envelope.
  if (entries.length === 0) areOwn(events);
  const kept = entries.flatMap((entry) => {
    if (!isObject(entry)) return [entry];
    const changes = readList(entry['changes']).filter((change) =>
      areOwn(parseWebhook(JSON.stringify({ entry: [{ ...entry, changes: [change] }] }))),
    );
    return changes.length === 0 ? [] : [{ ...entry, changes }];
  });
  const rest = entries.length > 0 && isObject(envelope) ? envelope : {};
  return new TextEncoder().encode(JSON.stringify({ ...rest, entry: kept }));
}
