import { accountAnalyticsOperations } from '../api/account/analytics/bind.ts';
import { accountOperations } from '../api/account/bind.ts';
import { currencyOperations } from '../api/account/currency/bind.ts';
import { maxPriceOperations } from '../api/account/max-price/bind.ts';
import { onboardingOperations } from '../api/account/onboarding/bind.ts';
import { portfolioOperations } from '../api/account/portfolio/bind.ts';
import { preverifiedNumberOperations } from '../api/account/preverified/bind.ts';
import { promotionOperations } from '../api/account/promotion/bind.ts';
import { solutionOperations } from '../api/account/solutions/bind.ts';
import { subscriptionOperations } from '../api/account/subscriptions/bind.ts';
import { accountUserOperations } from '../api/account/users/bind.ts';
import { blockedUserOperations } from '../api/blocked-users/bind.ts';
import { businessProfileOperations } from '../api/business-profile/bind.ts';
import { callOperations } from '../api/calls/bind.ts';
import { commerceOperations } from '../api/commerce/bind.ts';
import { flowOperations } from '../api/flows/bind.ts';
import { groupOperations } from '../api/groups/bind.ts';
import { linkOperations } from '../api/links/bind.ts';
import { mediaOperations } from '../api/media/bind.ts';
import { officialAccountOperations } from '../api/official-account/bind.ts';
import { paymentOperations } from '../api/payments/bind.ts';
import { phoneNumberSettingOperations } from '../api/phone-numbers/bind-settings.ts';
import { phoneNumberOperations } from '../api/phone-numbers/bind.ts';
import { routingOperations } from '../api/routing/bind.ts';
import { templateGroupOperations } from '../api/templates/bind-groups.ts';
import { templateOperations } from '../api/templates/bind.ts';

/** The tables of all rooms but `messages` and `graph`: a client loads this module with the first call that needs it. */
export const rooms = {
  account: {
    ...accountOperations,
    ...accountAnalyticsOperations,
    ...onboardingOperations,
    ...portfolioOperations,
    ...preverifiedNumberOperations,
    ...promotionOperations,
    ...maxPriceOperations,
    ...currencyOperations,
    ...solutionOperations,
    ...subscriptionOperations,
    ...accountUserOperations,
  },
  blockedUsers: blockedUserOperations,
  businessProfile: businessProfileOperations,
  calls: callOperations,
  commerce: commerceOperations,
  flows: flowOperations,
  groups: groupOperations,
  links: linkOperations,
  media: mediaOperations,
  officialAccount: officialAccountOperations,
  payments: paymentOperations,
  phoneNumbers: { ...phoneNumberOperations, ...phoneNumberSettingOperations },
  routing: routingOperations,
  templates: { ...templateOperations, ...templateGroupOperations },
};
