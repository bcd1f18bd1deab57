import { useState } from 'preact/hooks';
import type { TemplateView } from '../protocol/protocol.ts';
import { useActions } from '../state/use-page.ts';
import { TemplatePreview } from './template-preview.tsx';

// Meta: message_template_status_update webhook, `reason`. 2026-11.
const reasons = [
  'INVALID_FORMAT',
  'TAG_CONTENT_MISMATCH',
  'INCORRECT_CATEGORY',
  'ABUSIVE_CONTENT',
  'PROMOTIONAL',
  'SCAM',
  'CATEGORY_NOT_AVAILABLE',
  'NONE',
];
const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

const words = (text: string): string => text.replaceAll('_', ' ').toLowerCase();
const tones: Readonly<Record<string, string>> = {
  APPROVED: 'good',
  PENDING: 'wait',
  REJECTED: 'bad',
  DISABLED: 'bad',
};

function Reject({ id, name }: { readonly id: string; readonly name: string }) {
  const { act } = useActions();
  const [reason, setReason] = useState('INVALID_FORMAT');
  return (
    <span class="joined">
      <button type="button" class="button" onClick={() => void act({ kind: 'rejectTemplate', id, reason })}>
        Reject
      </button>
      <select
        aria-label={`Reason for rejecting ${name}`}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      >
        {reasons.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </select>
    </span>
  );
}

export function TemplateCard({ template }: { readonly template: TemplateView }) {
  const { act } = useActions();
  const { id, name, status, category, language, quality, rejectedReason } = template;
  return (
    <li class="template-card">
      <header>
        <h3>{name}</h3>
        <span class="state" data-tone={tones[status] ?? 'wait'}>
          {words(status)}
        </span>
      </header>
      {rejectedReason !== 'NONE' && <p class="rejection">rejected: {words(rejectedReason)}</p>}
      <TemplatePreview preview={template.preview} />
      <div class="template-facts">
        <p class="hint">
          {language} · quality {words(quality)}
        </p>
        <select
          aria-label={`Category of ${name}`}
          value={category}
          onChange={({ currentTarget }) =>
            void act({ kind: 'changeTemplateCategory', id, category: currentTarget.value })
          }
        >
          {categories.map((value) => (
            <option key={value} value={value}>
              {words(value)}
            </option>
          ))}
        </select>
      </div>
      <div class="details-actions">
        {status !== 'APPROVED' && (
          <button
            type="button"
            class="button primary"
            onClick={() => void act({ kind: 'approveTemplate', id })}
          >
            Approve
          </button>
        )}
        {status === 'PENDING' && <Reject id={id} name={name} />}
        {status === 'APPROVED' && (
          <button type="button" class="button" onClick={() => void act({ kind: 'pauseTemplate', id })}>
            Pause
          </button>
        )}
        {(status === 'APPROVED' || status === 'PAUSED') && (
          <button type="button" class="button" onClick={() => void act({ kind: 'disableTemplate', id })}>
            Disable
          </button>
        )}
      </div>
    </li>
  );
}
