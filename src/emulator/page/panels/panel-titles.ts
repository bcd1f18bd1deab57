import type { IconName } from '../parts/icon.tsx';
import type { PanelName } from '../state/page-state.ts';

export const panelTitles: Readonly<Record<PanelName, { readonly title: string; readonly icon: IconName }>> = {
  inspector: { title: 'Inspector', icon: 'search' },
  templates: { title: 'Templates', icon: 'book' },
  network: { title: 'Network', icon: 'network' },
  bill: { title: 'Bill', icon: 'bill' },
  connect: { title: 'Connect', icon: 'link' },
};
