import { UsageError } from '../../errors/usage-error.ts';
import type { AppTarget, PortfolioTarget } from '../../schemas/targets.ts';
import type { Client } from '../../transport/transport.ts';

function getId(value: string | undefined, name: string): string {
  if (value) return value;
  throw new UsageError({
    summary: 'The call lacks an id.',
    issues: [{ path: name, message: 'is missing. Give it to the client or to this call' }],
  });
}

/** Returns the app id of a call: its own, otherwise the client's. Throws `UsageError` if neither has one. */
export const getAppId = (client: Client, params: AppTarget): string =>
  getId(params.appId ?? client.config.appId, 'appId');

/** Returns the business portfolio id of a call: its own, otherwise the client's. Throws `UsageError` if neither has one. */
export const getBusinessPortfolioId = (client: Client, params: PortfolioTarget): string =>
  getId(params.businessPortfolioId ?? client.config.businessPortfolioId, 'businessPortfolioId');
