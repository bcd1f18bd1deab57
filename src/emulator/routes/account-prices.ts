import { isCurrency } from '../../pricing/values/money.ts';
import { need, parsed, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import { GraphError, noSuchObject } from '../kernel/graph-error.ts';
import { at, toList, toText, type JsonObject } from '../kernel/json.ts';
import type { CurrencyMigrationRecord } from '../kernel/records.ts';

const intervals = ['L1D', 'L7D', 'L14D', 'L28D'];
const bids = [25_000, 50_000, 75_000, 100_000];
const wait = 300_000;

/** Made up, and the same each time: the higher the bid, the more is delivered. */
function reachEstimate(call: Call): RouteResult {
  const countries = toList(at(parsed(call.fields['targeting_spec']), 'geo_locations', 'countries'));
  if (countries.length === 0)
    throw new GraphError(100, { details: 'targeting_spec.geo_locations.countries must name a country' });
  const interval = need(call, 'date_interval');
  if (!intervals.includes(interval))
    throw new GraphError(100, { details: `date_interval must be one of ${intervals.join(', ')}` });
  const estimates = bids.map((bid_amount, index) => {
    const users = 1000 * countries.length * (index + 1);
    const cost = (users * bid_amount) / 100_000;
    return {
      bid_amount,
      users,
      deliveries_lower_bound: users / 2,
      deliveries_upper_bound: users,
      cost_lower_bound: cost / 4,
      cost_upper_bound: cost,
    };
  });
  return { waba_currency: call.context.settings.currency, estimates };
}

/** The agreement: accepted five minutes after it was signed, when Meta's e-mail would have been answered. */
function agreement({ context }: Call): JsonObject {
  const { agreement: signed } = context.state.maxPrice;
  if (signed === undefined) return { status: 'none', message: 'No agreement was signed' };
  const { name, email, at: signedAt } = signed;
  const accepted = context.now() - signedAt >= wait;
  return {
    status: accepted ? 'accepted' : 'pending',
    signer_name: name,
    signer_email: email,
    message: accepted ? 'The agreement is accepted' : 'The signer must accept the agreement',
  };
}

function sign(call: Call): RouteResult {
  const { maxPrice } = call.context.state;
  const name = need(call, 'signer_name');
  const email = need(call, 'signer_email');
  if (!/^[^@\s]+@[^@\s]+$/.test(email))
    throw new GraphError(100, { details: 'signer_email must be an e-mail address' });
  const left = wait - (call.context.now() - (maxPrice.agreement?.at ?? -Infinity));
  if (left > 0 && agreement(call)['status'] === 'pending')
    throw new GraphError(4, { details: `retry_after: ${Math.ceil(left / 1000)}`, status: 429 });
  maxPrice.agreement ??= { name, email, at: call.context.now() };
  return agreement(call);
}

const endBusinesses = (call: Call): readonly string[] => {
  const ids = toList(parsed(call.fields['end_business_ids'])).flatMap((id) => toText(id) ?? []);
  if (ids.length === 0)
    throw new GraphError(100, { message: '(#100) The parameter end_business_ids is required.' });
  return ids;
};

function enroll(call: Call): RouteResult {
  const ids = endBusinesses(call);
  if (agreement(call)['status'] !== 'accepted')
    throw new GraphError(10, { message: '(#10) Agreement required', status: 403 });
  const { businesses } = call.context.state.maxPrice;
  return {
    results: ids.map((end_business_id) => {
      if (!/^\d+$/.test(end_business_id))
        return { end_business_id, status: 'rejected', reason: 'This is not the id of a business' };
      businesses.set(end_business_id, call.context.now());
      return { end_business_id, status: 'enrolled' };
    }),
  };
}

function remove(call: Call): RouteResult {
  const { businesses } = call.context.state.maxPrice;
  return {
    results: endBusinesses(call).map((end_business_id) =>
      businesses.delete(end_business_id)
        ? { end_business_id, status: 'removed' }
        : { end_business_id, status: 'not_found', reason: 'The business is not enrolled' },
    ),
  };
}

const list = (call: Call): RouteResult =>
  paged(
    call,
    [...call.context.state.maxPrice.businesses].map(([end_business_id, enrolledAt]) => ({
      end_business_id,
      end_business_name: `Business ${end_business_id}`,
      enrolled_time: Math.floor(enrolledAt / 1000),
    })),
  );

/** A migration is made at once and waits to be completed; no second account comes to be. */
function migrate(call: Call): RouteResult {
  const { context } = call;
  const currency = need(call, 'currency');
  if (!isCurrency(currency))
    throw new GraphError(100, { details: `currency: ${currency} is not a currency of WhatsApp accounts` });
  if (currency === context.settings.currency)
    throw new GraphError(100, { details: `currency: the account is billed in ${currency} already` });
  const id = context.ids.node();
  context.state.migrations.set(id, {
    id,
    currency,
    status: 'READY_TO_COMPLETE',
    destinationId: context.ids.node(),
  });
  return { migration_id: id, migration_status: 'INITIATED' };
}

function migrationOf(call: Call): CurrencyMigrationRecord {
  const migration = call.context.state.migrations.get(call.id);
  if (migration === undefined) throw noSuchObject(call.method, call.id);
  return migration;
}

function getMigration(call: Call): RouteResult {
  const { id, status, currency, destinationId } = migrationOf(call);
  const { waba } = call.context.state;
  return {
    id,
    status,
    destination_waba: {
      id: destinationId,
      name: waba.name,
      currency,
      timezone_id: '1',
      message_template_namespace: 'ba30dd89_2ebd_41e4_b805_f2c05ae04cc9',
    },
  };
}

function resume(call: Call): RouteResult {
  const migration = migrationOf(call);
  if (migration.status !== 'READY_TO_COMPLETE')
    throw new GraphError(100, { details: `The migration is ${migration.status}` });
  migration.status = 'COMPLETED';
  return { success: true };
}

/** Max price and the currency of the bill. */
export const accountPriceRoutes: RouteTable = {
  'GET waba/reachestimate': reachEstimate,
  'GET business/max_price_agreements': agreement,
  'POST business/max_price_agreements': sign,
  'GET business/max_price_end_businesses': list,
  'POST business/max_price_end_businesses': enroll,
  'DELETE business/max_price_end_businesses': remove,
  'POST waba/set_payment_method_migration_intent': migrate,
  'GET migration': getMigration,
  'POST migration/resume_migration': resume,
};
