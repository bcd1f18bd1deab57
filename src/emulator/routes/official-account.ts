import { UsageError } from '../../errors/usage-error.ts';
import { getNumber, need, type Call, type RouteResult, type RouteTable } from '../http/call.ts';
import { select } from '../http/paging.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { toList, type JsonObject } from '../kernel/json.ts';
import type { PhoneNumberRecord } from '../kernel/records.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

// Source: Meta, "Official business accounts": five links, and 30 days between a rejection and the next application. Confidence: high; the code
// of a refused application is not published.
const mostLinks = 5;
const waitAfterRejection = 30 * 86_400_000;

/** The badge of a number as the API shows it. */
export const officialAccountNode = ({ officialAccount }: PhoneNumberRecord): JsonObject => ({
  oba_status: officialAccount?.status ?? 'NOT_STARTED',
  ...(officialAccount?.message === undefined ? {} : { status_message: officialAccount.message }),
});

function apply(call: Call): RouteResult {
  const number = getNumber(call);
  for (const name of ['business_website_url', 'primary_country_of_operation', 'primary_language'])
    need(call, name);
  if (toList(call.fields['supporting_links']).length > mostLinks)
    throw new GraphError(100, { details: `Param supporting_links takes up to ${mostLinks} links` });
  const { status, at = 0 } = number.officialAccount ?? {};
  const now = call.context.now();
  if (status === 'PENDING' || status === 'APPROVED')
    throw new GraphError(100, { details: `The application of this number is ${status}` });
  if (status === 'REJECTED' && now - at < waitAfterRejection)
    throw new GraphError(100, {
      details: `The application was rejected; the next one is possible from ${new Date(at + waitAfterRejection).toISOString()}`,
    });
  number.officialAccount = { status: 'PENDING', message: 'Your application is under review.', at: now };
  return { success: true };
}

/** Decides a pending application. Throws `UsageError` if there is none. */
export function reviewOfficialAccount(
  context: EmulatorContext,
  phoneNumberId: string,
  status: 'APPROVED' | 'REJECTED',
  message: string | undefined,
): void {
  const number = context.state.phoneNumbers.get(phoneNumberId);
  if (number?.officialAccount?.status !== 'PENDING')
    throw new UsageError({
      summary: `The phone number ${phoneNumberId} has no pending application for an official business account.`,
      details: ['Apply first: POST /{Phone-Number-ID}/official_business_account.'],
    });
  number.officialAccount = { status, message, at: context.now() };
}

export const officialAccountRoutes: RouteTable = {
  'POST phone/official_business_account': apply,
  'GET phone/official_business_account': (call) => {
    const number = getNumber(call);
    return select(call, { id: number.id, ...officialAccountNode(number) });
  },
};
