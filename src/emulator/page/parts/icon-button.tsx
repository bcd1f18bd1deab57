import { Icon, type IconName } from './icon.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What it does, in words: the accessible name and the tooltip. */
  readonly label: string;
  readonly onClick?: () => void;
  /** Submits the form that it stands in. */
  readonly submits?: boolean;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly size?: number;
}

export function IconButton({
  icon,
  label,
  onClick,
  pressed,
  disabled,
  size,
  submits = false,
}: IconButtonProps) {
  return (
    <button
      type={submits ? 'submit' : 'button'}
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} {...(size === undefined ? {} : { size })} />
    </button>
  );
}
