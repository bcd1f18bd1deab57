import { expectTypeOf } from 'vitest';
import type { WhatsAppClient } from 'wabakit';
import type { Bound } from 'wabakit/transport';
import type { accountAnalyticsOperations } from '../../src/api/account/analytics/bind.ts';
import type { accountOperations } from '../../src/api/account/bind.ts';
import type { onboardingOperations } from '../../src/api/account/onboarding/bind.ts';
import type { portfolioOperations } from '../../src/api/account/portfolio/bind.ts';
import type { preverifiedNumberOperations } from '../../src/api/account/preverified/bind.ts';
import type { promotionOperations } from '../../src/api/account/promotion/bind.ts';
import type { currencyOperations } from '../../src/api/account/currency/bind.ts';
import type { maxPriceOperations } from '../../src/api/account/max-price/bind.ts';
import type { solutionOperations } from '../../src/api/account/solutions/bind.ts';
import type { subscriptionOperations } from '../../src/api/account/subscriptions/bind.ts';
import type { accountUserOperations } from '../../src/api/account/users/bind.ts';
import type { blockedUserOperations } from '../../src/api/blocked-users/bind.ts';
import type { businessProfileOperations } from '../../src/api/business-profile/bind.ts';
import type { callOperations } from '../../src/api/calls/bind.ts';
import type { commerceOperations } from '../../src/api/commerce/bind.ts';
import type { flowOperations } from '../../src/api/flows/bind.ts';
import type { groupOperations } from '../../src/api/groups/bind.ts';
import type { linkOperations } from '../../src/api/links/bind.ts';
import type { mediaOperations } from '../../src/api/media/bind.ts';
import type { baseMessageOperations } from '../../src/api/messages/bind.ts';
import type { officialAccountOperations } from '../../src/api/official-account/bind.ts';
import type { paymentOperations } from '../../src/api/payments/bind.ts';
import type { phoneNumberSettingOperations } from '../../src/api/phone-numbers/bind-settings.ts';
import type { phoneNumberOperations } from '../../src/api/phone-numbers/bind.ts';
import type { routingOperations } from '../../src/api/routing/bind.ts';
import type { templateGroupOperations } from '../../src/api/templates/bind-groups.ts';
import type { templateOperations } from '../../src/api/templates/bind.ts';

// The other direction, that each table fits the interface of its room, is compiled in src/client/bind.ts.
/** What a client has by its tables alone, without the generated interfaces. */
interface ByTables {
  readonly messages: Bound<typeof baseMessageOperations>;
  readonly account: Bound<
    typeof accountOperations &
      typeof accountAnalyticsOperations &
      typeof onboardingOperations &
      typeof portfolioOperations &
      typeof preverifiedNumberOperations &
      typeof promotionOperations &
      typeof maxPriceOperations &
      typeof currencyOperations &
      typeof solutionOperations &
      typeof subscriptionOperations &
      typeof accountUserOperations
  >;
  readonly blockedUsers: Bound<typeof blockedUserOperations>;
  readonly businessProfile: Bound<typeof businessProfileOperations>;
  readonly calls: Bound<typeof callOperations>;
  readonly commerce: Bound<typeof commerceOperations>;
  readonly flows: Bound<typeof flowOperations>;
  readonly groups: Bound<typeof groupOperations>;
  readonly links: Bound<typeof linkOperations>;
  readonly media: Bound<typeof mediaOperations>;
  readonly officialAccount: Bound<typeof officialAccountOperations>;
  readonly payments: Bound<typeof paymentOperations>;
  readonly phoneNumbers: Bound<typeof phoneNumberOperations & typeof phoneNumberSettingOperations>;
  readonly routing: Bound<typeof routingOperations>;
  readonly templates: Bound<typeof templateOperations & typeof templateGroupOperations>;
}

expectTypeOf<Pick<WhatsAppClient, keyof ByTables>>().toExtend<ByTables>();
expectTypeOf<Omit<ByTables, 'messages'>>().toExtend<Omit<Pick<WhatsAppClient, keyof ByTables>, 'messages'>>();
expectTypeOf<{ [Room in keyof ByTables]: keyof ByTables[Room] }>().toEqualTypeOf<{
  [Room in keyof ByTables]: Exclude<keyof WhatsAppClient[Room], 'sendTemplate'>;
}>();
