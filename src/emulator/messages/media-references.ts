import { bareType } from '../../api/media/validate-media.ts';
import { mediaTypes, type MediaKind } from '../../api/media/media-types.ts';
import { isFetchable, isUploadHandle } from '../../schemas/media-source.ts';
import { GraphError } from '../kernel/graph-error.ts';
import { isObject, toText, type JsonObject } from '../kernel/json.ts';
import type { EmulatorContext } from '../kernel/emulator-context.ts';

/** A file that a payload names, by id or by link. */
interface MediaReference {
  readonly path: string;
  readonly kind: MediaKind;
  /** What Meta calls it in its refusal. */
  readonly title: string;
  readonly media: JsonObject;
}

const kinds: Readonly<Record<string, readonly [kind: MediaKind, title: string]>> = {
  image: ['image', 'Image'],
  video: ['video', 'Video'],
  gif: ['video', 'Video'],
  audio: ['audio', 'Audio'],
  sticker: ['sticker', 'Sticker'],
  document: ['document', 'Document'],
};

/** Finds the files of a payload wherever they stand: `{ type: 'image', image: { … } }` in messages, headers, cards and parameters. */
function findMedia(value: unknown, path = ''): readonly MediaReference[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => findMedia(item, `${path}[${index}]`));
  if (!isObject(value)) return [];
  const type = toText(value['type']) ?? '';
  const [kind, title = ''] = (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? [];
  const media = value[type];
  const place = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (kind !== undefined && isObject(media))
    return [
      {
        path: place(type),
        kind,
        title: kind === 'audio' && media['voice'] === true ? 'Voice' : title,
        media,
      },
    ];
  return Object.entries(value).flatMap(([name, inner]) => findMedia(inner, place(name)));
}

const typesOf = (kind: MediaKind): readonly string[] =>
  Object.keys(mediaTypes).filter((type) => mediaTypes[type]?.kind === kind);

function checkId(context: EmulatorContext, path: string, id: string): string {
  const media = context.state.media.get(id);
  if (media !== undefined && media.expiresAt > context.now()) return media.mimeType;
  throw new GraphError(131053, {
    details: isUploadHandle(id)
      ? `${path}.id: is the handle of a resumable upload, not the id of an upload to /{Phone-Number-ID}/media`
      : `${path}.id: Media with the id ${id} does not exist or has expired`,
  });
}

function getProblem(
  context: EmulatorContext,
  { path, kind, title, media }: MediaReference,
): string | undefined {
  const [id, link] = [toText(media['id']), toText(media['link'])];
  if (id !== undefined) {
    const type = bareType(checkId(context, path, id));
    const types = typesOf(kind);
    // Anything that can be uploaded can be sent as a file to save.
    return kind === 'document' || types.includes(type)
      ? undefined
      : `Unsupported ${title} mime type ${type}. Please use one of ${types.join(', ')}.`;
  }
  return link === undefined || isFetchable(link)
    ? undefined
    : 'Downloading media from weblink failed with http code 403, status message Forbidden';
}

/**
 * Looks at the files that a message names. Throws for an id that is none, and returns the error of the failed status for a file that Meta finds
 * unusable after it took the message: of a type that the kind of message cannot carry, or on a host of Meta's own.
 *
 * Source: replies and statuses with code 131053 that users report; the words of the statuses are Meta's.
 */
export function checkMedia(
  context: EmulatorContext,
  payload: JsonObject,
): { readonly code: 131053; readonly details: string } | undefined {
  const [details] = findMedia(payload).flatMap((reference) => getProblem(context, reference) ?? []);
  return details === undefined ? undefined : { code: 131053, details };
}
