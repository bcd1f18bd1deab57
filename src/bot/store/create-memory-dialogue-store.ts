import type { DialogueStore, DialogueWrite } from './dialogue-store.ts';

/**
 * Options of {@link createMemoryDialogueStore}.
 *
 * @beta
 */
export interface MemoryDialogueStoreOptions {
  /** How many users to remember; the one who was silent longest is forgotten first. Default: 100,000. */
  readonly maxKeys?: number | undefined;
}

/**
 * Creates a dialogue store in the memory of this process, for tests and first steps: a restart forgets every dialogue. Otherwise use `wabakit/sqlite`
 * or `wabakit/redis`.
 *
 * @example
 * const bot = createBot({ client: wa, dialogues: createMemoryDialogueStore() });
 *
 * @beta
 */
export function createMemoryDialogueStore({
  maxKeys = 100_000,
}: MemoryDialogueStoreOptions = {}): DialogueStore {
  const values = new Map<string, DialogueWrite>();

  function find(key: string): DialogueWrite | undefined {
    const found = values.get(key);
    if (found === undefined || found.expiresAt > Date.now()) return found;
    values.delete(key);
    return undefined;
  }

  function write(key: string, next: DialogueWrite): boolean {
    const found = find(key);
    if (found?.revision === next.revision) return true;
    if (found?.revision !== next.replaces) return false;
    // A map keeps its keys in the order in which they were added.
    values.delete(key);
    values.set(key, next);
    if (values.size > maxKeys) for (const oldest of values.keys()) return values.delete(oldest);
    return true;
  }

  function listDue(at: number, limit: number): string[] {
    return [...values]
      .flatMap(([key, { dueAt }]) => (dueAt !== undefined && dueAt <= at ? [{ key, dueAt }] : []))
      .toSorted((one, other) => one.dueAt - other.dueAt)
      .slice(0, limit)
      .map(({ key }) => key);
  }

  return {
    read: (key) => {
      const found = find(key);
      return Promise.resolve(found && { value: found.value, revision: found.revision });
    },
    write: (key, next) => Promise.resolve(write(key, next)),
    delete: (key) => Promise.resolve(values.delete(key)),
    listDue: (at, limit) => Promise.resolve(listDue(at, limit)),
  };
}
