/** The branch finder: where are you, what do you look for, the three nearest. */
import type { DatabaseSync } from 'node:sqlite';
import { ask, choose, defineDialogue, type BotUser } from 'wabakit/bot';
import { locationRequest, replyButtons } from 'wabakit/messages';
import { listNearest, pointOf, textsFor, type Point } from './data.ts';
import { findTown } from './understand.ts';
import type { Texts } from './texts.ts';

/** Defines the branch finder. It begins with `place` if that is known: a town that was named, a location that was sent. */
export function defineBranchFinder(database: DatabaseSync) {
  const say = ({ user }: { readonly user: BotUser }): Texts => textsFor(database, user);
  return defineDialogue<{ place?: Point }>('branch')
    .step('known', (ctx) => (ctx.data.place === undefined ? undefined : ctx.goTo('kind')))
    .step(
      'place',
      ask(
        // WhatsApp has no buttons in a group, and the request for a location is one.
        (ctx) =>
          ctx.user.groupId === undefined ? locationRequest({ body: say(ctx).where }) : say(ctx).where,
        {
          accept: ['text', 'location'],
          parse: (answer): Point | undefined => {
            if (typeof answer === 'string') return pointOf(findTown(answer) ?? '');
            return { latitude: answer.latitude, longitude: answer.longitude };
          },
        },
      ),
    )
    .step(
      'kind',
      choose((ctx) =>
        replyButtons({
          body: say(ctx).what,
          buttons: [
            { id: 'branch', title: say(ctx).branch },
            { id: 'atm', title: say(ctx).atm },
          ],
        }),
      ),
    )
    .step('show', (ctx) =>
      ctx.reply([say(ctx).nearest, ...listNearest(ctx.data.kind, ctx.data.place)].join('\n')),
    );
}
