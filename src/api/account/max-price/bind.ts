import { enrollMaxPriceBusinesses } from './enroll-max-price-businesses.ts';
import { getMaxPriceAgreement } from './get-max-price-agreement.ts';
import { getReachEstimate } from './get-reach-estimate.ts';
import { listMaxPriceBusinesses } from './list-max-price-businesses.ts';
import { removeMaxPriceBusinesses } from './remove-max-price-businesses.ts';
import { signMaxPriceAgreement } from './sign-max-price-agreement.ts';

/** Prepares max price: its agreement, a partner's customers, and what a bid reaches. */
export const maxPriceOperations = {
  getReachEstimate,
  getMaxPriceAgreement,
  signMaxPriceAgreement,
  listMaxPriceBusinesses,
  enrollMaxPriceBusinesses,
  removeMaxPriceBusinesses,
};
