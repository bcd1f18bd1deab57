import { addMoney, compareMoney, createMoney, subtractMoney, sumMoney, type Money } from 'wabakit/pricing';

const dollars = createMoney('USD', 1);
const euros = createMoney('EUR', 1);

export const sum: Money<'USD'> = addMoney(dollars, dollars);
// @ts-expect-error dollars and euros do not add
addMoney(dollars, euros);
// @ts-expect-error euros do not come off dollars
subtractMoney(dollars, euros);
// @ts-expect-error dollars and euros have no order
compareMoney(dollars, euros);
// @ts-expect-error a sum of dollars holds no euros
sumMoney('USD', [dollars, euros]);
// @ts-expect-error Meta prints no card in Swiss francs
createMoney('CHF', 1);
// @ts-expect-error an amount does not change
dollars.scaledAmount = 2;
