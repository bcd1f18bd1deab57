import { Icon } from '../parts/icon.tsx';

/** What the user tapped. */
export function ReplyContent({
  title,
  description,
}: {
  readonly title: string;
  readonly description?: string | undefined;
}) {
  return (
    <p class="reply-content" dir="auto">
      <Icon name="reply" size={14} />
      <span>
        {title}
        {description !== undefined && <small>{description}</small>}
      </span>
    </p>
  );
}
