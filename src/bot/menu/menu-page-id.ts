/** The id of the row that leads to a page: `more:departments:2`. Pages count from 1. */
export const menuPageId = (name: string, page: number): string => `more:${name}:${page}`;

/** The page that an id leads to, or undefined if it is no such id of this menu. */
export function readMenuPageId(name: string, id: string): number | undefined {
  const [, page] = /^([1-9]\d{0,5})$/.exec(id.slice(`more:${name}:`.length)) ?? [];
  return page !== undefined && id === menuPageId(name, Number(page)) ? Number(page) : undefined;
}
