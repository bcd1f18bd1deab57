import {
  accountContracts,
  analyticsContracts,
  portfolioContracts,
  promotionContracts,
} from './account.contracts.ts';
import type { Contract } from './contract.ts';
import { mediaContracts } from './media.contracts.ts';
import { priceContracts } from './price.contracts.ts';
import { numberContracts } from './number.contracts.ts';
import {
  callContracts,
  customerContracts,
  flowContracts,
  groupContracts,
  linkContracts,
  paymentContracts,
} from './room.contracts.ts';

/** Every contract, by room. The parity table is made of them, too. */
export const contracts: Readonly<Record<string, readonly Contract[]>> = {
  media: mediaContracts,
  numbers: numberContracts,
  links: linkContracts,
  customers: customerContracts,
  groups: groupContracts,
  calls: callContracts,
  flows: flowContracts,
  payments: paymentContracts,
  account: accountContracts,
  analytics: analyticsContracts,
  portfolio: portfolioContracts,
  promotion: promotionContracts,
  prices: priceContracts,
};
