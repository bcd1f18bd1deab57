import { webhookFixtures } from '../data/webhook-fixtures.ts';
import type { WebhookFixtureKind } from './webhook-fixture-kind.ts';

/** One change of a webhook: what stands in `entry[].changes[]`. */
export interface WebhookFixture {
  readonly field: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** The whole body around it, as Meta posts it. */
  readonly envelope: {
    readonly object: 'whatsapp_business_account';
    readonly entry: readonly {
      readonly id: string;
      readonly time?: number;
      readonly changes: readonly {
        readonly field: string;
        readonly value: Readonly<Record<string, unknown>>;
      }[];
    }[];
  };
}

const wabaId = '102290129340398';

/**
 * Gives an example of a webhook of any kind, with fields of yours put over it: for what the emulator does not send by itself, and for tests of
 * your own parser. Send it, signed, with `emulator.webhook.send`.
 *
 * Source: the shapes in Meta's webhook reference; names, numbers and texts are made up.
 *
 * @example
 * await emulator.webhook.send(webhookFixture('account_update.account_violation'));
 * webhookFixture('business_capability_update', { max_phone_numbers_per_waba: 2 }).value['max_phone_numbers_per_waba']; // 2
 */
export function webhookFixture(
  kind: WebhookFixtureKind,
  changes: Readonly<Record<string, unknown>> = {},
): WebhookFixture {
  const [field = ''] = kind.split('.');
  const wireField = field === 'statuses' ? 'messages' : field;
  const value = { ...structuredClone(webhookFixtures[kind]), ...changes };
  // Webhooks of the field messages carry no time on the entry; all others do.
  const time = wireField === 'messages' ? {} : { time: 1_793_620_800 };
  return {
    field: wireField,
    value,
    envelope: {
      object: 'whatsapp_business_account',
      entry: [{ id: wabaId, ...time, changes: [{ value, field: wireField }] }],
    },
  };
}
