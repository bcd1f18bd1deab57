import { at, toText } from '../../kernel/json.ts';
import { Icon } from '../parts/icon.tsx';
import type { ContentProps } from './content-props.ts';

/** A place on a drawn map: a real one would need a request to a map service. */
export function LocationContent({ bubble: { content } }: ContentProps) {
  const field = (name: string): string | undefined => toText(at(content, 'location', name));
  return (
    <div class="location">
      <div class="map">
        <Icon name="pin" size={30} />
      </div>
      <p>
        <b dir="auto">{field('name') ?? 'Location'}</b>
        {field('address') !== undefined && <span dir="auto">{field('address')}</span>}
        <small>
          {field('latitude')}, {field('longitude')}
        </small>
      </p>
    </div>
  );
}
