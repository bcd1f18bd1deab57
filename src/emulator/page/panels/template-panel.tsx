import type { TemplateView } from '../protocol/protocol.ts';
import { TemplateCard } from './template-card.tsx';

const waiting = ({ status }: TemplateView): number => (status === 'PENDING' ? 0 : 1);

/** The templates, as Meta's reviewer sees them: those that wait for a verdict come first. */
export function TemplatePanel({ templates }: { readonly templates: readonly TemplateView[] }) {
  if (templates.length === 0)
    return (
      <div class="empty">
        <h2>No templates yet</h2>
        <p>
          Create one through the API; here you approve it, reject it with a reason, or pause it, and your bot
          gets the webhook.
        </p>
      </div>
    );
  return (
    <ul class="template-list">
      {templates
        .toSorted((one, other) => waiting(one) - waiting(other))
        .map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
    </ul>
  );
}
