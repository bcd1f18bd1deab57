/** The statistics of a day, from its turns. */

import type { Row } from './data.ts';

interface Chat {
  readonly since: number;
  department: string;
  /** When the customer wrote what nobody has answered yet. */
  waitsSince: number | undefined;
  firstAfter: number | undefined;
  isOver: boolean;
}

const minutes = (spans: readonly number[]): string =>
  spans.length === 0
    ? 'none'
    : `${Math.round(spans.reduce((sum, span) => sum + span, 0) / spans.length / 60_000)} min`;

function tally(names: readonly string[]): string {
  const counts = Map.groupBy(names, (name) => name);
  return [...counts].map(([name, found]) => `${name} ${found.length}`).join(', ') || 'none';
}

/** Counts the turns of a day. */
export function describeDay(turns: readonly Row[]): readonly string[] {
  const chats: Chat[] = [];
  const current = new Map<unknown, Chat>();
  const answerTimes: number[] = [];
  const topics: string[] = [];
  const stars: number[] = [];
  let solved = 0;
  for (const { user, kind, at, department, note } of turns) {
    const [time, chat] = [Number(at), current.get(user)];
    if (kind === 'waits' || kind === 'solved') topics.push(String(note));
    if (kind === 'solved') solved += 1;
    if (kind === 'rated') stars.push(Number(note));
    if (kind === 'waits') {
      const begun = { since: time, department: String(department), waitsSince: time };
      const added: Chat = { ...begun, firstAfter: undefined, isOver: false };
      chats.push(added);
      current.set(user, added);
    }
    if (chat === undefined) continue;
    if (kind === 'customer') chat.waitsSince ??= time;
    if (kind === 'redirected') chat.department = String(department);
    if (kind === 'released') chat.isOver = current.delete(user);
    if (kind === 'answer') {
      chat.firstAfter ??= time - chat.since;
      if (chat.waitsSince !== undefined) answerTimes.push(time - chat.waitsSince);
      chat.waitsSince = undefined;
    }
  }
  const firsts = chats.flatMap(({ firstAfter }) => firstAfter ?? []);
  const missed = chats.filter(({ firstAfter, isOver }) => isOver && firstAfter === undefined).length;
  const mean = stars.reduce((sum, one) => sum + one, 0) / stars.length;
  return [
    `chats: ${chats.length}, answered: ${firsts.length}, missed: ${missed}; solved by the bot: ${solved}`,
    `first answer after: ${minutes(firsts)}, any answer after: ${minutes(answerTimes)}`,
    `departments: ${tally(chats.map(({ department }) => department))}`,
    `topics: ${tally(topics)}`,
    `rating: ${stars.length === 0 ? 'none' : `${mean.toFixed(1)} of 5, from ${stars.length}`}`,
  ];
}
