import type { RenderedHeader } from '../protocol/protocol.ts';
import { Icon } from '../parts/icon.tsx';
import { MediaFile } from './media-file.tsx';

export function Header({ header }: { readonly header: RenderedHeader }) {
  switch (header.format) {
    case 'text':
      return (
        <p class="content-header" dir="auto">
          {header.text}
        </p>
      );
    case 'location':
      return (
        <div class="location">
          <div class="map">
            <Icon name="pin" size={30} />
          </div>
          <p>
            <b dir="auto">{header.text ?? 'Location'}</b>
          </p>
        </div>
      );
    default:
      return <MediaFile kind={header.format} media={header.media} link={header.link} name={header.text} />;
  }
}
