import { addPortfolioNumber } from './add-portfolio-number.ts';
import { debugToken } from './debug-token.ts';
import { exchangeCode } from './exchange-code.ts';

/** Takes a business customer on: its code, its token, its number. */
export const onboardingOperations = {
  exchangeCode,
  debugToken,
  addPortfolioNumber,
};
