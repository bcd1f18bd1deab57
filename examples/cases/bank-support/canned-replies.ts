/** The canned replies that the desk begins with. The bot offers them as topics of a department; operators send them with `canned`. */
import type { Department, Language } from './texts.ts';

/** A prepared answer in one language. */
export interface CannedReply {
  readonly name: string;
  readonly department: Department;
  readonly language: Language;
  readonly title: string;
  readonly text: string;
}

type Words = readonly [title: string, text: string];
const inBoth = (name: string, department: Department, en: Words, ru: Words): readonly CannedReply[] => [
  { name, department, language: 'en', title: en[0], text: en[1] },
  { name, department, language: 'ru', title: ru[0], text: ru[1] },
];

export const cannedReplies: readonly CannedReply[] = [
  ...inBoth(
    'card-blocked',
    'cards',
    [
      'My card is blocked',
      'After three wrong PINs a card is blocked until midnight. It then works again by itself.',
    ],
    ['Карта заблокирована', 'После трёх неверных ПИН карта блокируется до полуночи, потом работает снова.'],
  ),
  ...inBoth(
    'card-new',
    'cards',
    ['A new card', 'Order a new card in the app under Cards. It is at your branch in three working days.'],
    [
      'Новая карта',
      'Закажите новую карту в приложении, раздел «Карты». Через три рабочих дня она в отделении.',
    ],
  ),
  ...inBoth(
    'statement',
    'accounts',
    ['A statement', 'You find statements in the app under Accounts, also with a stamp as a PDF.'],
    ['Выписка', 'Выписки есть в приложении в разделе «Счета», также в PDF с печатью.'],
  ),
  ...inBoth(
    'loan-early',
    'loans',
    ['Early repayment', 'You can repay a loan early at any time and free of charge: in the app under Loans.'],
    ['Досрочное погашение', 'Кредит можно погасить досрочно, в любой день и бесплатно: раздел «Кредиты».'],
  ),
  ...inBoth(
    'branch-hours',
    'other',
    ['Opening hours', 'Our branches are open Monday to Friday from 9 to 18.'],
    ['Часы работы', 'Отделения открыты с понедельника по пятницу с 9 до 18.'],
  ),
];
