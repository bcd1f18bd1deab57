import type { PortfolioTarget } from '../../../schemas/targets.ts';
import { type CallOptions, type Client, graphPath, parseResponse } from '../../../transport/transport.ts';
import { getBusinessPortfolioId } from '../targets.ts';

/** Parameters of `onboardMarketingMessages`. */
export interface OnboardMarketingMessagesParams extends PortfolioTarget {
  /** The id of the multi-partner solution whose customers are onboarded. Default: all customers. */
  readonly solutionId?: string | undefined;
}

/**
 * Starts to onboard the customers of a partner to the Marketing Messages API and returns the id of the request.
 *
 * Source: Meta, "Partner onboarding to the Marketing Messages API".
 *
 * @example
 * await onboardMarketingMessages(client, { solutionId: '303610109049230' }); // { request_id: '…' }
 */
export async function onboardMarketingMessages(
  client: Client,
  params: OnboardMarketingMessagesParams = {},
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
