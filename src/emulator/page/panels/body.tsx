import { pretty } from '../format/json.ts';
import { CopyButton } from '../parts/copy-button.tsx';

/** A body as it went over the wire, laid out for reading. */
export function Body({ title, value }: { readonly title: string; readonly value: unknown }) {
  const text = pretty(value);
  return (
    <section class="body">
      <h3>
        {title}
        <CopyButton text={() => text} label={`Copy ${title.toLowerCase()}`} quiet />
      </h3>
      <pre tabIndex={0} aria-label={title}>
        {text === '' ? '(empty)' : text}
      </pre>
    </section>
  );
}
