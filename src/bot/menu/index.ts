export { menu, type Menu, type MenuChoice, type MenuContent, type MenuOptions } from './menu.ts';
