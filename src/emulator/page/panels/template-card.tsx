import type { EmulatorTemplate } from '../../templates/template-reviewer.ts';
import { useState } from 'preact/hooks';
import { at, toList, toText } from '../../kernel/json.ts';
import { useActions } from '../state/use-page.ts';

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

const getBody = (components: readonly unknown[]): string =>
  toText(
    at(
      components.find((component) => toText(at(component, 'type'))?.toUpperCase() === 'BODY'),
      'text',
    ),
  ) ?? '';

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

export function TemplateCard({ template }: { readonly template: EmulatorTemplate }) {
  const { act } = useActions();
  const { id, name, status, category } = template;
  const buttons = toList(
    at(
      template.components.find((part) => toText(at(part, 'type')) === 'BUTTONS'),
      'buttons',
    ),
  );
  return (
    <li class="template-card">
      <header>
        <h3>
          {name} <small>{template.language}</small>
        </h3>
        <span class="state" data-tone={tones[status] ?? 'wait'}>
          {words(status)}
        </span>
      </header>
      <p class="template-body" dir="auto">
        {getBody(template.components)}
      </p>
      {buttons.length > 0 && (
        <p class="hint">{buttons.map((button) => toText(at(button, 'text')) ?? '').join(' · ')}</p>
      )}
      <div class="template-facts">
        <p class="hint">
          Quality {words(template.quality)}
          {template.rejectedReason !== 'NONE' && ` · rejected: ${words(template.rejectedReason)}`}
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
