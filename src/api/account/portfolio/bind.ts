import { getBusinessPortfolio } from './get-business-portfolio.ts';
import { getParentBsuidAccounts } from './get-parent-bsuid-accounts.ts';
import { listClientWabas } from './list-client-wabas.ts';
import { listConnectedBusinesses } from './list-connected-businesses.ts';
import { listExtendedCredits } from './list-extended-credits.ts';
import { listOwnedWabas } from './list-owned-wabas.ts';
import { onboardMarketingMessages } from './onboard-marketing-messages.ts';

/** Reads the business portfolio: its accounts, credit lines and connected businesses. */
export const portfolioOperations = {
  getPortfolio: getBusinessPortfolio,
  listOwnedWabas,
  listClientWabas,
  listExtendedCredits,
  listConnectedBusinesses,
  getParentBsuidAccounts,
  onboardMarketingMessages,
};
