/** The dialogue in which a driver reports a damage. */
import { rm, writeFile } from 'node:fs/promises';
import { ask, choose, defineDialogue, type BotUser } from 'wabakit/bot';
import { list, locationRequest, replyButtons } from 'wabakit/messages';
import type { Place } from '../frame.ts';
import type { Consents } from '../ports.ts';
import { damageKinds, type Fleet } from './data.ts';
import { texts } from './texts.ts';

/** What a driver agrees to with "Send and tell me". */
export const reportPurpose = (id: number): string => `report ${id}`;

// WhatsApp takes images of up to 5 MB, and makes none of a camera's photos smaller than 10 kB: that is a preview or an icon.
const maxBytes = 5 * 2 ** 20;
const minBytes = 10_000;
const maxPhotos = 3;

/** Returns the ending for a picture's name, by its first bytes: the type that came with it is what the sender claims. */
function pictureType(bytes: Uint8Array): 'jpg' | 'png' | undefined {
  const starts = (...signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'jpg';
  return starts(0x89, 0x50, 0x4e, 0x47) ? 'png' : undefined;
}

/** What the dialogue knows beside the answers. */
interface PhotoState {
  /** The name of the file that was kept. */
  file?: string;
  /** What is wrong with the last photo. */
  problem?: 'noPicture' | 'tooSmall' | undefined;
  /** How many photos could not be used. */
  refused?: number;
}

/** Defines the dialogue. */
export function createDamageReport(
  fleet: Fleet,
  consents: Consents,
  { file, now, tell }: Pick<Place, 'file' | 'now' | 'tell'>,
) {
  // The language is looked up for each text: a driver can change it in the middle.
  const say = ({ user }: { readonly user: BotUser }) => texts[fleet.get(user).language];

  return defineDialogue<PhotoState>('damage')
    .step(
      'where',
      ask((ctx) => locationRequest({ body: say(ctx).report.where }), {
        accept: ['text', 'location'],
        parse(answer) {
          if (typeof answer === 'string') return answer.length < 4 ? undefined : answer.slice(0, 100);
          const { name, latitude, longitude } = answer;
          return name ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
        },
      }),
    )
    .step(
      'what',
      choose(
        (ctx) =>
          list({
            body: say(ctx).report.what,
            button: say(ctx).report.choose,
            sections: [{ rows: damageKinds.map((id) => ({ id, title: say(ctx).damages[id] })) }],
          }),
        { parse: (id) => damageKinds.find((kind) => kind === id) },
      ),
    )
    .step(
      'photo',
      ask((ctx) => say(ctx).report[ctx.data.problem ?? 'photo'], { accept: 'image' }),
    )
    .step('check', async (ctx) => {
      const { data } = ctx;
      const { stream } = await ctx.media({ maxBytes });
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      const type = pictureType(bytes);
      if (type !== undefined && bytes.length >= minBytes) {
        // The same name if the step runs a second time.
        data.file = `damage-${data.photo.id}.${type}`;
        await writeFile(file(data.file), bytes);
        return undefined;
      }
      data.problem = type === undefined ? 'noPicture' : 'tooSmall';
      data.refused = (data.refused ?? 0) + 1;
      if (data.refused < maxPhotos) return ctx.goTo('photo');
      const { name, number } = fleet.get(ctx.user);
      await ctx.handOver('workshop', `${name}, ${number}: ${data.what}, ${data.where}, no photo`);
      await ctx.reply(say(ctx).report.noPhoto);
      return ctx.end();
    })
    .step(
      'send',
      choose(
        (ctx) => {
          const { damages, report } = say(ctx);
          return replyButtons({
            body: report.summary(damages[ctx.data.what], ctx.data.where),
            buttons: (['notify', 'send', 'discard'] as const).map((id) => ({ id, title: report[id] })),
          });
        },
        { parse: (id) => (['notify', 'send', 'discard'] as const).find((known) => known === id) },
      ),
    )
    .step('done', async (ctx) => {
      const { where, what, send, file: photo = '' } = ctx.data;
      const driver = fleet.get(ctx.user);
      const { report } = say(ctx);
      if (send === 'discard') {
        await rm(file(photo), { force: true });
        return ctx.reply(report.discarded);
      }
      const id = fleet.addReport(driver, where, what, photo, now());
      tell(`Report ${id}, ${driver.name}: ${what}, ${where}.`);
      if (send === 'send') return ctx.reply(report.sent(id));
      consents.agree(driver.contact, reportPurpose(id), `tapped "${report.notify}"`, now());
      return ctx.reply(report.sentAndTold(id));
    });
}
