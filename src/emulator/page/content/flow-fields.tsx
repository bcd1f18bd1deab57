import type { FlowField } from '../protocol/protocol.ts';

interface InputProps {
  readonly name: string;
  readonly required: boolean;
}

const inputs = {
  text: (props: InputProps) => <input type="text" {...props} />,
  email: (props: InputProps) => <input type="email" {...props} />,
  number: (props: InputProps) => <input type="number" {...props} />,
  phone: (props: InputProps) => <input type="tel" {...props} />,
  date: (props: InputProps) => <input type="date" {...props} />,
} as const;

function Field({ field }: { readonly field: FlowField }) {
  const { name, label, kind, required, options = [] } = field;
  switch (kind) {
    case 'checkbox':
      return (
        <label class="check">
          <input type="checkbox" name={name} required={required} />
          {label}
        </label>
      );
    case 'choice':
    case 'choices':
      return (
        <fieldset>
          <legend>{label}</legend>
          {options.map(({ id, title }) => (
            <label key={id} class="check">
              <input
                type={kind === 'choice' ? 'radio' : 'checkbox'}
                name={name}
                value={id}
                required={kind === 'choice' && required}
              />
              {title}
            </label>
          ))}
        </fieldset>
      );
    case 'textarea':
      return (
        <label class="field">
          {label}
          <textarea name={name} required={required} rows={3} />
        </label>
      );
    default:
      return (
        <label class="field">
          {label}
          {inputs[kind]({ name, required })}
        </label>
      );
  }
}

export function FlowFields({ fields }: { readonly fields: readonly FlowField[] }) {
  return (
    <>
      {fields.map((field) => (
        <Field key={field.name} field={field} />
      ))}
    </>
  );
}
