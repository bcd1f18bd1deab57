import { useActions } from '../state/use-page.ts';
import { Icon } from '../parts/icon.tsx';
import { phonePaths, type BubbleMedia } from '../protocol/protocol.ts';

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

export interface MediaFileProps {
  readonly kind: MediaKind;
  readonly media?: BubbleMedia | undefined;
  /** Where the business said it lies; shown, never fetched. */
  readonly link?: string | undefined;
  readonly name?: string | undefined;
  readonly onPlay?: () => void;
}

const icons = { image: 'image', video: 'video', audio: 'mic', document: 'file', sticker: 'smile' } as const;

const sizeText = (bytes: number | undefined): string =>
  bytes === undefined
    ? ''
    : bytes < 1_000_000
      ? `${Math.ceil(bytes / 1000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A file as the user sees it: the picture, the player, the sheet of paper; or, of a link, a tile that says what would be there. */
export function MediaFile({ kind, media, link, name, onPlay }: MediaFileProps) {
  const { dispatch } = useActions();
  const title = name ?? media?.filename ?? kind;
  if (media === undefined || kind === 'document') {
    const tile = (
      <>
        <Icon name={icons[kind]} size={26} />
        <span>
          <b dir="auto">{title}</b>
          <small>
            {media ? [media.mimeType, sizeText(media.size)].filter(Boolean).join(' · ') : (link ?? '')}
          </small>
        </span>
      </>
    );
    return media ? (
      <a class="file-tile" href={phonePaths.media + encodeURIComponent(media.id)} download={title}>
        {tile}
      </a>
    ) : (
      <div class="file-tile" data-kind={kind}>
        {tile}
      </div>
    );
  }
  const source = phonePaths.media + encodeURIComponent(media.id);
  const broken = (): void =>
    dispatch({ kind: 'notice', notice: { text: `The browser cannot show ${title}.`, tone: 'bad' } });
  switch (kind) {
    case 'image':
    case 'sticker':
      return (
        <img class="picture" data-kind={kind} src={source} alt={media.filename ?? kind} loading="lazy" />
      );
    case 'video':
      return (
        <video class="picture" src={source} controls preload="metadata" onPlay={onPlay} onError={broken} />
      );
    case 'audio':
      return (
        <audio
          class="sound"
          src={source}
          controls
          preload="metadata"
          aria-label="Audio message"
          onPlay={onPlay}
        />
      );
  }
}
