import type { PortfolioTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/**
 * Starts onboarding the customers of a partner to the Marketing Messages API.
 *
 * Source: Meta, "Partner onboarding to the Marketing Messages API".
 *
 * @example
 * await onboardMarketingMessages(client, { solutionId: '303610109049230' }); // { request_id: '…' }
 */
export function onboardMarketingMessages(
  client: Client,
  params: PortfolioTarget & { readonly solutionId?: string | undefined } = {},
  options?: CallOptions,
): Promise<{ readonly request_id: string }> {
  return client.request(
    {
      method: 'POST',
      path: graphPath`/${getBusinessPortfolioId(client, params)}/onboard_partners_to_mm_lite`,
      query: { solution_id: params.solutionId },
      idempotency: 'unsafe',
      parse: parseResponse<{ readonly request_id: string }>({ request_id: 'string' }),
    },
    options,
  );
}
