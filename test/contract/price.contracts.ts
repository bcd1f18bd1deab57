import * as account from '../../src/api/account/index.ts';
import type { Contract } from './contract.ts';

const reach = {
  waba_currency: 'INR',
  estimates: [
    {
      bid_amount: 87_000,
      users: 1000,
      deliveries_lower_bound: 400,
      deliveries_upper_bound: 600,
      cost_lower_bound: 200.5,
      cost_upper_bound: 522,
    },
  ],
};
const agreement = { status: 'pending', signer_name: 'Ana Silva', signer_email: 'ana@shop.example' };
const migration = {
  id: '88',
  status: 'READY_TO_COMPLETE',
  destination_waba: { id: '1023', name: 'Lucky Shrub', currency: 'INR', timezone_id: '71' },
};

/** Max price and the currency of the bill. */
export const priceContracts: readonly Contract[] = [
  {
    name: 'getReachEstimate',
    covers: 'GET /{WABA}/reachestimate',
    call: (client) => account.getReachEstimate(client, { countries: ['IN', 'BR'], dateInterval: 'L7D' }),
    sent: 'GET /1022/reachestimate?targeting_spec={"geo_locations":{"countries":["IN","BR"]}}&date_interval=L7D',
    reply: reach,
    result: reach,
  },
  {
    name: 'getMaxPriceAgreement',
    covers: 'GET /{BUSINESS_ID}/max_price_agreements',
    call: (client) => account.getMaxPriceAgreement(client),
    sent: 'GET /5069/max_price_agreements',
    reply: { status: 'none', message: 'No agreement' },
    result: { status: 'none', message: 'No agreement' },
  },
  {
    name: 'signMaxPriceAgreement',
    covers: 'POST /{BUSINESS_ID}/max_price_agreements',
    call: (client) =>
      account.signMaxPriceAgreement(client, { signerName: 'Ana Silva', signerEmail: 'ana@shop.example' }),
    sent: 'POST /5069/max_price_agreements',
    body: { signer_name: 'Ana Silva', signer_email: 'ana@shop.example' },
    reply: agreement,
    result: agreement,
  },
  {
    name: 'listMaxPriceBusinesses',
    covers: 'GET /{SP_BUSINESS_ID}/max_price_end_businesses',
    call: (client) => account.listMaxPriceBusinesses(client, { limit: 1 }),
    sent: 'GET /5069/max_price_end_businesses?limit=1',
    reply: {
      data: [{ end_business_id: '7', end_business_name: 'Lucky Shrub', enrolled_time: 1_790_000_000 }],
    },
  },
  {
    name: 'enrollMaxPriceBusinesses',
    covers: 'POST /{SP_BUSINESS_ID}/max_price_end_businesses',
    call: (client) => account.enrollMaxPriceBusinesses(client, { endBusinessIds: ['7'] }),
    sent: 'POST /5069/max_price_end_businesses',
    body: { end_business_ids: ['7'] },
    reply: { results: [{ end_business_id: '7', status: 'enrolled' }] },
    result: [{ end_business_id: '7', status: 'enrolled' }],
  },
  {
    name: 'removeMaxPriceBusinesses',
    covers: 'DELETE /{SP_BUSINESS_ID}/max_price_end_businesses',
    call: (client) => account.removeMaxPriceBusinesses(client, { endBusinessIds: ['7'] }),
    sent: 'DELETE /5069/max_price_end_businesses',
    body: { end_business_ids: ['7'] },
    reply: { results: [{ end_business_id: '7', status: 'not_found', reason: 'not enrolled' }] },
    result: [{ end_business_id: '7', status: 'not_found', reason: 'not enrolled' }],
  },
  {
    name: 'startCurrencyMigration',
    covers: 'POST /{WABA}/set_payment_method_migration_intent',
    call: (client) => account.startCurrencyMigration(client, { currency: 'INR', extendedCreditId: '6' }),
    sent: 'POST /1022/set_payment_method_migration_intent',
    body: { currency: 'INR', extended_credit_id: '6' },
    reply: { migration_id: '88', migration_status: 'INITIATED' },
    result: { migration_id: '88', migration_status: 'INITIATED' },
  },
  {
    name: 'getCurrencyMigration',
    covers: 'GET /{MIGRATION_ID}',
    call: (client) => account.getCurrencyMigration(client, { migrationId: '88' }),
    sent: 'GET /88?fields=id,status,destination_waba',
    reply: migration,
    result: migration,
  },
  {
    name: 'resumeCurrencyMigration',
    covers: 'POST /{MIGRATION_ID}/resume_migration',
    call: (client) => account.resumeCurrencyMigration(client, { migrationId: '88' }),
    sent: 'POST /88/resume_migration',
  },
];
