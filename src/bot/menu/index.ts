export { menu, type Menu, type MenuContent, type MenuOptions } from './menu.ts';
export type { MenuChoice } from './menu-choice.ts';
