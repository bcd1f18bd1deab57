import { addPortfolioNumber } from './add-portfolio-number.ts';
import { debugToken } from './debug-token.ts';
import { exchangeCode } from './exchange-code.ts';

/** Onboards a business customer: exchanges its code, inspects its token, adds its number. */
export const onboardingOperations = {
  exchangeCode,
  debugToken,
  addPortfolioNumber,
};
