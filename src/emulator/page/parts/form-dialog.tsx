import { Dialog } from './dialog.tsx';

interface FormField {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly required?: boolean;
  /** What the keyboard of a telephone shows. */
  readonly inputMode?: 'text' | 'tel' | 'decimal';
  readonly pattern?: string;
}

export interface FormDialogProps {
  readonly title: string;
  readonly hint?: string;
  readonly fields: readonly FormField[];
  readonly submit: string;
  /** Gets the fields by name; the dialog closes when it was done. */
  readonly onSubmit: (values: Readonly<Record<string, string>>) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A few fields and one button. */
export function FormDialog({ title, hint, fields, submit, onSubmit, onClose }: FormDialogProps) {
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    const values = Object.fromEntries(
      [...data].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
    );
    if (await onSubmit(values)) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="form" onSubmit={(event) => void send(event)}>
        {hint !== undefined && <p class="hint">{hint}</p>}
        {fields.map(({ name, label, value = '', required = false, inputMode = 'text', pattern }) => (
          <label key={name} class="field">
            {label}
            <input
              name={name}
              required={required}
              defaultValue={value}
              inputMode={inputMode}
              pattern={pattern}
              autoComplete="off"
            />
          </label>
        ))}
        <button type="submit" class="button primary">
          {submit}
        </button>
      </form>
    </Dialog>
  );
}
