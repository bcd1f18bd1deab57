import { useEffect } from 'preact/hooks';
import type { Notice as NoticeState } from '../state/page-state.ts';
import { useActions } from '../state/use-page.ts';
import { IconButton } from './icon-button.tsx';

const goodFor = 2500;
const badFor = 12_000;

/** A passing remark at the foot of the page, read out as it appears. */
export function Notice({ notice }: { readonly notice: NoticeState | undefined }) {
  const { dispatch } = useActions();
  const hide = (): void => dispatch({ kind: 'notice', notice: undefined });
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(hide, notice.tone === 'good' ? goodFor : badFor);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div class="notice-place" role="status">
      {notice && (
        <div class="notice" data-tone={notice.tone}>
          <span>{notice.text}</span>
          <IconButton icon="close" label="Dismiss" onClick={hide} size={16} />
        </div>
      )}
    </div>
  );
}
