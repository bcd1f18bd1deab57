import { Dialog } from './dialog.tsx';

interface FormField {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly required?: boolean;
  /** What the keyboard of a telephone shows. */
  readonly inputMode?: 'text' | 'tel' | 'decimal';
  readonly pattern?: string;
  /** What is wrong with the value that it starts with. */
  readonly error?: string | undefined;
}

export interface FormProps {
  readonly hint?: string | undefined;
  readonly fields: readonly FormField[];
  readonly submit: string;
  /** Gets the fields by name. */
  readonly onSubmit: (values: Readonly<Record<string, string>>) => void;
}

/** A few fields and one button. */
export function Form({ hint, fields, submit, onSubmit }: FormProps) {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    onSubmit(
      Object.fromEntries(
        [...data].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
      ),
    );
  };
  return (
    <form class="form" onSubmit={send}>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {fields.map(({ name, label, value = '', required = false, inputMode = 'text', pattern, error }) => (
        <label key={name} class="field">
          {label}
          <input
            name={name}
            required={required}
            defaultValue={value}
            inputMode={inputMode}
            pattern={pattern}
            autoComplete="off"
            aria-invalid={error !== undefined}
          />
          {error !== undefined && <small class="field-error">{error}</small>}
        </label>
      ))}
      <button type="submit" class="button primary">
        {submit}
      </button>
    </form>
  );
}

export interface FormDialogProps extends Omit<FormProps, 'onSubmit'> {
  readonly title: string;
  /** Gets the fields by name; the dialog closes when it was done. */
  readonly onSubmit: (values: Readonly<Record<string, string>>) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The same above the page. */
export function FormDialog({ title, onSubmit, onClose, ...form }: FormDialogProps) {
  const send = async (values: Readonly<Record<string, string>>): Promise<void> => {
    if (await onSubmit(values)) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form {...form} onSubmit={(values) => void send(values)} />
    </Dialog>
  );
}
