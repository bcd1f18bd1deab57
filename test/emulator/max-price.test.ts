import { describe, expect, test } from 'vitest';
import { createClient, isApiError } from 'wabakit';
import type { EmulatorOptions } from 'wabakit/emulator';
import { createLedger, reconcile, toLedgerEvents, toPricingReports, toSentEvent } from 'wabakit/pricing';
import { planTemplates, type TemplateDefinition } from 'wabakit/templates';
import { emulatorWithReceiver } from './helpers.ts';

const india = '+919876543210';
const bid = { bidStrategy: 'LOWEST_COST_WITH_BID_CAP', bidAmount: 87_000 } as const;
const sale = {
  name: 'sale',
  language: 'en',
  category: 'marketing',
  body: { text: 'Everything must go, and it goes today.' },
  optimizationSpec: bid,
} as const satisfies TemplateDefinition;
const byCard = { name: 'sale', language: 'en', category: 'marketing', body: sale.body } as const;
const receipt: TemplateDefinition = {
  name: 'receipt',
  language: 'en',
  category: 'utility',
  body: { text: 'Your order has left our house today.' },
};

async function start(options: EmulatorOptions = {}) {
  const parts = await emulatorWithReceiver({ currency: 'INR', templates: [sale, receipt], ...options });
  const { wabaId, clientOptions } = parts.emulator;
  const { owner_business_info: owner } = await createClient(clientOptions).account.get({
    wabaId,
    fields: ['owner_business_info'],
  });
  return { ...parts, wa: createClient({ ...clientOptions, businessPortfolioId: owner?.id }) };
}

const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await call.catch((caught: unknown) => caught);
  return isApiError(error) ? error.code : error;
};

const byName = { name: 'sale', language: 'en' } as const;

describe('sends', () => {
  test('default: an auction sets the price, the status says it, and ledger, bill and analytics agree', async () => {
    const { emulator, events, wa } = await start();
    const ledger = createLedger({ currency: 'INR', keepEntries: true });
    for (let index = 0; index < 20; index += 1) {
      const to = `+9198765432${10 + index}`;
      const sent = await wa.messages.sendMarketingMessage({ to, ...byName });
      const message = {
        phoneNumberId: emulator.phoneNumberId,
        user: to,
        category: 'marketing_lite',
        maxPrice: bid,
        at: emulator.clock.now(),
      } as const;
      ledger.record(toSentEvent(sent, message));
    }
    await emulator.waitForIdle();
    for (const event of events) for (const one of toLedgerEvents(event)) ledger.record(one);
    const priced = events.flatMap((event) =>
      event.kind === 'status' ? [[event.status, event.pricing?.category, event.pricing?.cost] as const] : [],
    );
    const sent = priced.filter(([status]) => status === 'sent');
    const delivered = priced.filter(([status]) => status === 'delivered');
    expect([sent.length, delivered.length]).toEqual([20, 20]);
    expect(new Set(priced.map(([, category]) => category))).toEqual(new Set(['marketing_lite']));
    expect(sent.every(([, , cost]) => cost === undefined)).toBe(true);
    const amounts = delivered.map(([, , cost]) => cost?.amount ?? Number.NaN);
    expect(Math.min(...amounts)).toBeGreaterThanOrEqual(0.4 * 0.87);
    expect(Math.max(...amounts)).toBeLessThanOrEqual(0.87);
    expect(new Set(amounts).size).toBeGreaterThan(10);
    expect(new Set(delivered.map(([, , cost]) => cost?.currency))).toEqual(new Set(['INR']));
    const units = amounts.reduce((sum, amount) => sum + Math.round(amount * 10_000), 0);
    expect(ledger.totals()).toMatchObject([
      { category: 'marketing_lite', type: 'regular', messages: 20, amount: { scaledAmount: units } },
    ]);
    expect(reconcile(ledger, events.flatMap(toPricingReports))).toMatchObject({
      agreed: 20,
      differences: [],
    });
    expect(emulator.bill()).toMatchObject({ total: { scaledAmount: units }, unpriced: 0 });
    const points = await wa.account.getPricingAnalytics({
      since: emulator.clock.now() - 86_400_000,
      until: emulator.clock.now() + 3_600_000,
      granularity: 'DAILY',
      dimensions: ['PRICING_CATEGORY'],
    });
    expect(points).toMatchObject([{ pricing_category: 'MARKETING_LITE', volume: 20, cost: units / 10_000 }]);
  });

  test('behavior: a multiplier moves the bid', async () => {
    const costWith = async (bidMultiplier?: number) => {
      const { emulator, events, wa } = await start();
      await wa.messages.sendMarketingMessage({ to: india, ...byName, bidMultiplier });
      await emulator.waitForIdle();
      return (
        events.flatMap((event) => (event.kind === 'status' ? (event.pricing?.cost?.amount ?? []) : []))[0] ??
        0
      );
    };
    expect((await costWith(2)) / (await costWith())).toBeCloseTo(2, 3);
  });

  test('behavior: a template of the rate card is charged by the card', async () => {
    const { emulator, events, wa } = await start({ templates: [byCard] });
    await wa.messages.sendMarketingMessage({ to: india, ...byName });
    await emulator.waitForIdle();
    const last = events.at(-1);
    const pricing = last?.kind === 'status' ? last.pricing : undefined;
    expect([pricing?.category, pricing?.cost]).toEqual(['marketing_lite', undefined]);
    expect(emulator.bill().total.scaledAmount).toBe(8631);
  });

  test('error: 131061 through the Cloud API', async () => {
    const { wa } = await start();
    expect(await codeOf(wa.messages.sendTemplate({ to: india, ...byName }))).toBe(131061);
  });

  test('error: 131062 to a business-scoped user id', async () => {
    const { emulator, wa } = await start();
    emulator.phone(india, { bsuid: 'IN.123' });
    expect(await codeOf(wa.messages.sendMarketingMessage({ recipient: 'IN.123', ...byName }))).toBe(131062);
  });

  test('error: 131063 where the account sends no marketing through the Cloud API', async () => {
    const { wa, graph } = await start({ templates: [byCard, receipt] });
    await graph('POST', '{waba}', { disable_marketing_messages_on_cloud_api: true });
    expect(await codeOf(wa.messages.sendTemplate({ to: india, ...byName }))).toBe(131063);
    const { wamid } = await wa.messages.sendTemplate({ to: india, name: 'receipt', language: 'en' });
    expect(wamid).toMatch(/^wamid\./);
    await graph('POST', '{waba}', { disable_marketing_messages_on_cloud_api: false });
    expect((await wa.messages.sendTemplate({ to: india, ...byName })).wamid).toMatch(/^wamid\./);
  });

  test('error: a multiplier of nothing', async () => {
    const { graph } = await start();
    const payload = {
      messaging_product: 'whatsapp',
      to: india,
      type: 'template',
      template: { name: 'sale', language: { code: 'en' } },
    };
    const answer = await graph('POST', '{phone}/marketing_messages', {
      ...payload,
      bid_spec: { per_message_bid_multiplier: 0 },
    });
    expect(answer.body.error).toMatchObject({ code: 100 });
  });
});

describe('templates', () => {
  test('default: a max price is kept and given back', async () => {
    const { wa } = await start({ templates: [] });
    const { id } = await wa.templates.create(sale);
    expect(await wa.templates.get({ templateId: id })).toMatchObject({
      optimization_spec: { bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount: 87_000 },
    });
    const remote = await Array.fromAsync(wa.templates.list({ name: sale.name }));
    expect(planTemplates([sale], remote, { now: 0 }).steps.map((step) => step.action)).toEqual(['unchanged']);
  });

  test('behavior: an approved template moves to another bid at once, as often as wanted', async () => {
    const { emulator, wa } = await start({ templates: [byCard] });
    for (const bidAmount of [90_000, 91_000, 92_000]) {
      const local = [{ ...sale, optimizationSpec: { ...bid, bidAmount } }];
      const remote = await Array.fromAsync(wa.templates.list({ name: sale.name }));
      const { steps } = await wa.templates.apply(planTemplates(local, remote, { now: emulator.clock.now() }));
      expect(steps.map((step) => [step.step.action, step.outcome])).toEqual([['edit', 'done']]);
      const [template] = await Array.fromAsync(wa.templates.list());
      expect(template).toMatchObject({ status: 'APPROVED', optimization_spec: { bid_amount: bidAmount } });
    }
  });

  test('error: a bid that is none', async () => {
    const { graph } = await start();
    const [template] = (await graph('GET', '{waba}/message_templates?fields=id&name=sale')).body.data ?? [];
    const spec = { bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount: 0 };
    const answer = await graph('POST', String(template?.['id']), { optimization_spec: spec });
    expect(answer.body.error).toMatchObject({
      code: 100,
      error_data: { details: expect.stringContaining('bidAmount') as string },
    });
  });

  test('behavior: what else a definition says is kept as well', async () => {
    const { wa } = await start({ templates: [] });
    const definition = { ...byCard, ctaUrlLinkTrackingOptedOut: true, subCategory: 'CUSTOM' } as const;
    const { id } = await wa.templates.create(definition);
    expect(await wa.templates.get({ templateId: id })).toMatchObject({
      cta_url_link_tracking_opted_out: true,
      sub_category: 'CUSTOM',
    });
  });
});

describe('agreement, customers and reach', () => {
  const signer = { signerName: 'Ana Silva', signerEmail: 'ana@shop.example' };

  test('default: signed, pending, accepted', async () => {
    const { emulator, graph, wa } = await start();
    expect(await wa.account.getMaxPriceAgreement()).toMatchObject({ status: 'none' });
    expect(await wa.account.signMaxPriceAgreement(signer)).toMatchObject({
      status: 'pending',
      signer_name: 'Ana Silva',
      signer_email: 'ana@shop.example',
    });
    await emulator.clock.advance('4m');
    const { body } = await graph('GET', '{waba}?fields=owner_business_info');
    const { id } = body['owner_business_info'] as { id: string };
    const again = await graph('POST', `${id}/max_price_agreements`, {
      signer_name: 'Ana Silva',
      signer_email: 'ana@shop.example',
    });
    expect([again.status, again.body.error?.error_data?.details]).toEqual([429, 'retry_after: 60']);
    await emulator.clock.advance('1m');
    expect(await wa.account.getMaxPriceAgreement()).toMatchObject({ status: 'accepted' });
    expect(await wa.account.signMaxPriceAgreement(signer)).toMatchObject({ status: 'accepted' });
  });

  test("default: a partner's customers", async () => {
    const { emulator, wa } = await start();
    const enroll = (...endBusinessIds: string[]) => wa.account.enrollMaxPriceBusinesses({ endBusinessIds });
    const early: unknown = await enroll('7').catch((error: unknown) => error);
    expect(isApiError(early) && [early.httpStatus, early.message]).toEqual([
      403,
      expect.stringContaining('Agreement required'),
    ]);
    await wa.account.signMaxPriceAgreement(signer);
    await emulator.clock.advance('5m');
    expect(await enroll('7', 'x')).toMatchObject([
      { end_business_id: '7', status: 'enrolled' },
      { end_business_id: 'x', status: 'rejected' },
    ]);
    expect(await Array.fromAsync(wa.account.listMaxPriceBusinesses())).toMatchObject([
      {
        end_business_id: '7',
        end_business_name: 'Business 7',
        enrolled_time: Math.floor(emulator.clock.now() / 1000),
      },
    ]);
    expect(await wa.account.removeMaxPriceBusinesses({ endBusinessIds: ['7', '8'] })).toMatchObject([
      { end_business_id: '7', status: 'removed' },
      { end_business_id: '8', status: 'not_found' },
    ]);
    expect(await Array.fromAsync(wa.account.listMaxPriceBusinesses())).toEqual([]);
  });

  test('default: the reach of some bids', async () => {
    const { wa } = await start();
    const { waba_currency, estimates } = await wa.account.getReachEstimate({
      countries: ['IN'],
      dateInterval: 'L7D',
    });
    expect(waba_currency).toBe('INR');
    expect(estimates[0]).toEqual({
      bid_amount: 25_000,
      users: 1000,
      deliveries_lower_bound: 500,
      deliveries_upper_bound: 1000,
      cost_lower_bound: 62.5,
      cost_upper_bound: 250,
    });
    expect(estimates).toHaveLength(4);
  });

  test.each([
    ['?date_interval=L7D', 'targeting_spec.geo_locations.countries must name a country'],
    [
      '?targeting_spec={"geo_locations":{"countries":["IN"]}}&date_interval=L2D',
      'date_interval must be one of L1D, L7D, L14D, L28D',
    ],
  ])('error: reachestimate%s', async (query, details) => {
    const { graph } = await start();
    expect((await graph('GET', `{waba}/reachestimate${query}`)).body.error).toMatchObject({
      code: 100,
      error_data: { details },
    });
  });
});

describe('the currency of the bill', () => {
  test('default: started, ready, completed', async () => {
    const { emulator, wa } = await start({ currency: 'USD' });
    const { migration_id: migrationId, migration_status } = await wa.account.startCurrencyMigration({
      currency: 'INR',
    });
    expect(migration_status).toBe('INITIATED');
    expect(await wa.account.getCurrencyMigration({ migrationId })).toMatchObject({
      id: migrationId,
      status: 'READY_TO_COMPLETE',
      destination_waba: { currency: 'INR' },
    });
    await emulator.restore(emulator.snapshot());
    await wa.account.resumeCurrencyMigration({ migrationId });
    expect((await wa.account.getCurrencyMigration({ migrationId })).status).toBe('COMPLETED');
    expect(await codeOf(wa.account.resumeCurrencyMigration({ migrationId }))).toBe(100);
  });

  test.each([
    ['USD', 'currency: the account is billed in USD already'],
    ['XYZ', 'currency: XYZ is not a currency of WhatsApp accounts'],
  ])('error: to %s', async (currency, details) => {
    const { wa } = await start({ currency: 'USD' });
    const error: unknown = await wa.account
      .startCurrencyMigration({ currency })
      .catch((caught: unknown) => caught);
    expect(isApiError(error) && error.details).toBe(details);
  });
});
