import type { RouteTable } from './call.ts';
import { documentedOperations } from './documented-operations.ts';

const nodes: Readonly<Record<string, string>> = {
  phone: '{Phone-Number-ID}',
  waba: '{WABA-ID}',
  template: '{TEMPLATE_ID}',
  template_group: '{TEMPLATE_GROUP_ID}',
  media: '{Media-ID}',
  flow: '{Flow-ID}',
  group: '{group_id}',
  app: '{APP_ID}',
  business: '{Business-ID}',
  upload: '{upload:ID}',
  migration: '{MIGRATION_ID}',
};

/** A key of the route table as a path: `POST phone/messages` is `POST /{Phone-Number-ID}/messages`. */
export function getPath(key: string): string {
  const [method = '', rest = ''] = key.split(' ');
  const [node = '', ...edges] = rest.split('/');
  return `${method} /${[nodes[node] ?? node, ...edges.map((edge) => (edge === '*' ? '{id}' : edge))].join('/')}`;
}

const documented: ReadonlySet<string> = new Set(Object.values(documentedOperations).flat());

/** Whether Meta documents an operation. */
export const isDocumented = (key: string): boolean => documented.has(key);

const areas: readonly (readonly [string, readonly string[]])[] = Object.entries(documentedOperations);

/** The table of docs/emulator-parity.md: every documented operation, and whether it is emulated. */
export function parityTable(routes: RouteTable): string {
  const isThere = (key: string): boolean => Object.hasOwn(routes, key);
  return areas
    .map(([area, keys]) => {
      const count = keys.filter(isThere).length;
      const rows = keys.map((key) => `| \`${getPath(key)}\` | ${isThere(key) ? 'yes' : 'no'} |`);
      return [
        `### ${area} (${count} of ${keys.length})`,
        '',
        '| operation | emulated |',
        '|---|---|',
        ...rows,
        '',
      ].join('\n');
    })
    .join('\n');
}
