import { at, toText } from '../../kernel/json.ts';
import { Icon } from '../parts/icon.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { useActions } from '../state/use-page.ts';
import { MediaFile, type MediaKind } from './media-file.tsx';
import type { ContentProps } from './content-props.ts';

const kinds: Readonly<Record<string, MediaKind>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'document',
  sticker: 'sticker',
};

export function MediaContent({ waId, bubble }: ContentProps) {
  const { act } = useActions();
  const { content, media } = bubble;
  const kind = kinds[content.type] ?? 'document';
  const caption = toText(at(content, content.type, 'caption'));
  const voice = content.type === 'voice' || at(content, content.type, 'voice') === true;
  const play = (): void => {
    if (bubble.from === 'business' && bubble.state !== 'played')
      void act({ kind: 'play', waId, wamid: bubble.wamid });
  };
  return (
    <>
      {voice && (
        <p class="kicker">
          <Icon name="mic" size={14} /> Voice message
        </p>
      )}
      <MediaFile
        kind={kind}
        media={media}
        link={toText(at(content, content.type, 'link'))}
        name={toText(at(content, content.type, 'filename'))}
        onPlay={play}
      />
      {caption !== undefined && caption !== '' && <RichText text={caption} />}
    </>
  );
}
