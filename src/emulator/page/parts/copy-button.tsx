import { useActions } from '../state/use-page.ts';
import { Icon, type IconName } from './icon.tsx';

export interface CopyButtonProps {
  /** Made when it is asked for. */
  readonly text: () => string;
  readonly label: string;
  /** Shows the icon alone. */
  readonly quiet?: boolean;
  readonly icon?: IconName;
}

export function CopyButton({ text, label, quiet = false, icon = 'copy' }: CopyButtonProps) {
  const { dispatch } = useActions();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      dispatch({ kind: 'notice', notice: { text: `${label}: copied`, tone: 'good' } });
    } catch {
      dispatch({ kind: 'notice', notice: { text: 'The browser does not allow copying here.', tone: 'bad' } });
    }
  };
  return (
    <button
      type="button"
      class={quiet ? 'icon-button' : 'button'}
      aria-label={quiet ? label : undefined}
      title={label}
      onClick={() => void copy()}
    >
      <Icon name={icon} size={16} />
      {quiet ? undefined : label}
    </button>
  );
}
