/** The one dialogue: a topic of a department, its canned reply, and the way to a person, who answers now or when the desk opens. */
import { ask, choose, defineDialogue, menu } from 'wabakit/bot';
import { replyButtons } from 'wabakit/messages';
import { eventKey } from 'wabakit/webhooks';
import { languageOf, openingIn, purpose, textsFor, toPeople, type Desk } from './desk.ts';
import { isOpen } from './hours.ts';
import type { Department } from './texts.ts';

const otherTopic = 'other';

/** A question with two buttons; `readYes` reads the answer. */
const either = (body: string, yes: string, no: string) =>
  replyButtons({
    body,
    buttons: [
      { id: 'yes', title: yes },
      { id: 'no', title: no },
    ],
  });
const readYes = { parse: (id: string) => id === 'yes' };

export function createInquiry(desk: Desk) {
  const { place, data, consents } = desk;
  return defineDialogue<{ readonly department: Department }>('inquiry')
    .step(
      'topic',
      choose(({ data: known, user }) => {
        const words = textsFor(desk, user);
        const topics = data.topicsOf(known.department, languageOf(desk, user));
        const choices = [...topics, { id: otherTopic, title: words.otherTopic }];
        return menu(choices, { name: 'topics', body: words.topic, button: words.choose });
      }),
    )
    .step('begin', (ctx) => (ctx.data.topic === otherTopic ? ctx.goTo('details') : undefined))
    .step(
      'helped',
      choose(({ data: known, user }) => {
        const { helped, yes, askPerson } = textsFor(desk, user);
        const reply = data.cannedReply(known.topic, languageOf(desk, user));
        return either([reply?.text, helped].filter(Boolean).join('\n\n'), yes, askPerson);
      }, readYes),
    )
    .step('solved', async (ctx) => {
      if (!ctx.data.helped) return undefined;
      const id = await eventKey(ctx.event);
      data.addTurn({ id, at: place.now(), user: ctx.user.key, kind: 'solved', note: ctx.data.topic });
      await ctx.reply(textsFor(desk, ctx.user).solved);
      return ctx.end();
    })
    .step(
      'details',
      ask(({ user }) => textsFor(desk, user).details, {
        parse: (words) => (words.length >= 5 && words.length <= 600 ? words : undefined),
      }),
    )
    .step('desk', async (ctx) => {
      if (!isOpen(place.now())) return;
      const { department, topic, details } = ctx.data;
      await toPeople(desk, ctx, department, topic, details);
      await ctx.reply(textsFor(desk, ctx.user).waits);
    })
    .step(
      'agrees',
      choose(({ user }) => {
        const words = textsFor(desk, user);
        return either(words.closed(openingIn(words, place.now())), words.agree, words.disagree);
      }, readYes),
    )
    .step('noted', async (ctx) => {
      const { department, topic, details, agrees } = ctx.data;
      const words = textsFor(desk, ctx.user);
      const user = ctx.user.key;
      const number = data.addRequest(await eventKey(ctx.event), { user, department, topic, details });
      if (agrees) consents.agree(user, purpose, `"${words.agree}" to request ${number}`, place.now());
      place.tell(`request ${number} for ${department}, ${topic}: ${details}`);
      await ctx.reply(words.noted(number, openingIn(words, place.now())));
    });
}
