import { describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { templateLanguages, templateLimits, timeToLiveLimits } from '../../src/templates/index.ts';
import { readReference } from '../helpers/reference.ts';

describe('behavior: the table of limits agrees with the reference', { tags: ['reference'] }, () => {
  const rows = (): Readonly<Record<string, string>> => {
    const records = parse<{ area: string; limit: string; value: string }>(readReference('limits.csv'), {
      columns: true,
    });
    return Object.fromEntries(
      records.filter(({ area }) => area === 'template').map(({ limit, value }) => [limit, value]),
    );
  };
  const range = ({ min, max }: { readonly min: number; readonly max: number }): string => `${min}-${max}`;

  test.each([
    ['name', String(templateLimits.name)],
    ['header text', String(templateLimits.headerText)],
    ['body text', String(templateLimits.bodyText)],
    ['body text, limited-time offer', String(templateLimits.offerBodyText)],
    ['body text, carousel card and SPM card', String(templateLimits.cardBodyText)],
    ['footer text', String(templateLimits.footerText)],
    ['buttons', String(templateLimits.buttons)],
    ['quick reply buttons', String(templateLimits.quickReplyButtons)],
    ['URL buttons', String(templateLimits.urlButtons)],
    ['phone number buttons', String(templateLimits.phoneNumberButtons)],
    ['copy code buttons', String(templateLimits.copyCodeButtons)],
    ['button label', String(templateLimits.buttonText)],
    ['URL', String(templateLimits.url)],
    ['phone_number', String(templateLimits.phoneNumber)],
    ['one-time code', String(templateLimits.oneTimeCode)],
    ['code_expiration_minutes', range(templateLimits.codeExpirationMinutes)],
    ['supported_apps', `1-${templateLimits.supportedApps}`],
    ['carousel cards', range(templateLimits.carouselCards)],
    ['carousel card buttons', String(templateLimits.carouselCardButtons)],
    ['limited_time_offer text', String(templateLimits.offerText)],
    ['MPM products / sections', `${templateLimits.products} / ${templateLimits.productSections}`],
    ['voice_call ttl_minutes at creation', range(templateLimits.voiceCallTtlMinutes)],
    ['message_send_ttl_seconds authentication', `${range(timeToLiveLimits.authentication)}, or -1`],
    ['message_send_ttl_seconds utility', `${range(timeToLiveLimits.utility)}, or -1`],
    ['message_send_ttl_seconds marketing', range(timeToLiveLimits.marketing)],
    [
      'edits of an approved template',
      `${templateLimits.edits.perMonth} per 30 days, ${templateLimits.edits.perDay} per 24 h`,
    ],
    ['delete: name reuse blocked', String(templateLimits.deletedNameDays)],
    ['bulk delete hsm_ids', String(templateLimits.idsPerCall)],
  ])('%s is %s', (limit, value) => {
    expect(rows()[limit]).toBe(value);
  });

  test('the copy code has both its lengths', () => {
    const { couponCode, offerCouponCode } = templateLimits;
    expect(rows()['copy code']).toMatch(
      new RegExp(`^${couponCode} \\(${offerCouponCode} in limited-time offers`),
    );
  });
});

test('behavior: each language is listed once, in the form of a locale', () => {
  expect(new Set(templateLanguages).size).toBe(templateLanguages.length);
  expect(templateLanguages.filter((code) => !/^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(code))).toEqual([]);
});
