import { checkParams } from '../../errors/check-params.ts';
import { usageError } from '../../errors/usage-error.ts';
import { fit } from '../../messages/fit.ts';
import { list } from '../../messages/list.ts';
import { replyButtons } from '../../messages/reply-buttons.ts';
import { countCharacters } from '../../shared/count-characters.ts';
import { interactiveLimits, listLimits, replyButtonLimits } from '../../schemas/limits.ts';
import type { ListPayload, ListRow } from '../../schemas/interactive-list.ts';
import type { ReplyButtonsPayload } from '../../schemas/interactive-buttons.ts';
import { checkMenu } from './check-menu.ts';
import type { MenuChoice } from './menu-choice.ts';
import { menuPageId, readMenuPageId } from './menu-page-id.ts';
import { bodyWith, buttonLabels, rowLabel, type Label } from './menu-words.ts';

/**
 * The words around the choices of a menu.
 *
 * @beta
 */
export interface MenuOptions {
  /** Names the menu in the ids that lead to further pages: letters, digits, `_` and `-`, up to 64. Each menu of a bot has its own. */
  readonly name: string;
  /** The question: up to 1,024 characters together with what the labels have no room for. */
  readonly body: string;
  /** Bold words above the body, up to 60 characters. */
  readonly header?: string | undefined;
  /** Small words below the body, up to 60 characters. */
  readonly footer?: string | undefined;
  /** The button that opens the list, up to 20 characters. Default: `Choose`. */
  readonly button?: string | undefined;
  /** The row that leads to the next page, up to 24 characters. Default: `More`. */
  readonly more?: string | undefined;
}

/**
 * The content of a message that shows a menu, or one page of it.
 *
 * @beta
 */
export interface MenuContent {
  readonly type: 'interactive';
  readonly interactive: ReplyButtonsPayload | ListPayload;
}

/**
 * A menu, ready to be sent. It keeps no state: a tap on an old page is answered from the menu as it is now.
 *
 * @beta
 */
export interface Menu<Choice extends MenuChoice> {
  /** The first page, which is the only one up to 10 choices. */
  readonly content: MenuContent;
  /** All pages, in order. */
  readonly pages: readonly MenuContent[];
  /**
   * Returns the page that a tapped id leads to, or undefined if the id is not that of a "More" row of this menu; with a number, that page. A page that is not
   * there, since the menu has become shorter, is answered with the last one.
   */
  readonly page: {
    (id: string): MenuContent | undefined;
    (page: number): MenuContent;
  };
  /** Returns the choice that has a tapped id, with the data of your own that it carries, or undefined if it has none. */
  readonly choiceOf: (id: string) => Choice | undefined;
}

/** Choices of each page: all but the last one give a row to "More". */
function paginate<Choice>(choices: readonly Choice[]): Choice[][] {
  const pages: Choice[][] = [];
  let from = 0;
  while (choices.length - from > listLimits.rows) {
    pages.push(choices.slice(from, from + listLimits.rows - 1));
    from += listLimits.rows - 1;
  }
  return [...pages, choices.slice(from)];
}

/** The body with what the labels have no room for. */
function writeBody(body: string, labels: readonly Label[]): string {
  const whole = bodyWith(body, labels);
  const length = countCharacters(whole);
  const limit = interactiveLimits.body;
  if (length <= limit) return whole;
  const rest = whole === body ? '' : ', with the titles and descriptions that the labels have no room for';
  throw usageError(
    'body',
    `has ${length} characters${rest}; it may have ${limit}. Shorten it, or the titles`,
    {
      limit,
    },
  );
}

/**
 * Returns a menu: up to three choices become reply buttons, up to ten a list, more of them pages of a list, each with a row that leads to the next one.
 *
 * A title that is too long is cut between characters as a reader sees them and ends with `…`; its whole text is in the description of its row, or in the body
 * where there is none or no room. Buttons that would look the same after the cut begin with a number.
 *
 * The row that leads to page 2 of the menu `branches` has the id `more:branches:2`. So an answer to it needs no state: `page(id)` returns that page.
 *
 * Source: Meta, "Interactive reply buttons messages" and "Interactive list messages".
 *
 * @throws {UsageError} that names every choice without id or title, with an id of over 200 characters or one that occurs twice, two buttons with one title, an empty
 * list, a name that cannot stand in an id, and a body of over 1,024 characters.
 *
 * @example
 * const departments = menu([{ id: 'sales', title: 'Sales' }, { id: 'help', title: 'Help with an order' }], { name: 'departments', body: 'Who can help?' });
 * await wa.messages.reply(event, departments.content);
 * departments.choiceOf('sales')?.title; // 'Sales'
 * departments.page('more:departments:2'); // the second page of a longer menu; here the only one
 *
 * @beta
 */
export function menu<const Choice extends MenuChoice>(
  choices: readonly Choice[],
  options: MenuOptions,
): Menu<Choice> {
  const { name, body, header, footer, button, more } = checkParams('menu', options, {
    name: true,
    body: true,
    header: false,
    footer: false,
    button: false,
    more: false,
  });
  checkMenu(name, choices);
  const around = { header, footer };

  const asButtons = (): MenuContent => {
    const labels = buttonLabels(choices);
    const buttons = choices.map(({ id }, index) => ({ id, title: labels[index]?.title ?? '' }));
    return replyButtons({ ...around, body: writeBody(body, labels), buttons });
  };

  const asList = (shown: readonly Choice[], index: number, all: readonly Choice[][]): MenuContent => {
    const labels = shown.map(rowLabel);
    const from = index * (listLimits.rows - 1) + shown.length;
    const next: ListRow = {
      id: menuPageId(name, index + 2),
      title: fit(more ?? 'More', listLimits.rowTitle),
      description: `${from + 1}–${Math.min(choices.length, from + (all[index + 1]?.length ?? 0))} / ${choices.length}`,
    };
    const rows = shown.map(({ id }, at): ListRow => {
      const { title = '', description } = labels[at] ?? {};
      return { id, title, ...(description !== undefined && { description }) };
    });
    return list({
      ...around,
      body: writeBody(body, labels),
      button: fit(button ?? 'Choose', listLimits.button),
      sections: [{ rows: index + 1 < all.length ? [...rows, next] : rows }],
    });
  };

  const [first = [], ...rest] = paginate(choices);
  const lists = [first, ...rest];
  const content = choices.length <= replyButtonLimits.buttons ? asButtons() : asList(first, 0, lists);
  const pages = [content, ...rest.map((shown, index) => asList(shown, index + 1, lists))];
  const byId = new Map<string, Choice>(choices.map((choice) => [choice.id, choice]));
  function page(id: string): MenuContent | undefined;
  function page(number: number): MenuContent;
  function page(which: string | number): MenuContent | undefined {
    const number = typeof which === 'string' ? readMenuPageId(name, which) : which;
    return number === undefined ? undefined : (pages[number - 1] ?? pages.at(-1));
  }
  return { content, pages, page, choiceOf: (id) => byId.get(id) };
}
