import type { FunctionComponent } from 'preact';
import { useMemo } from 'preact/hooks';

/** A component that draws itself anew only when one of its properties is another; always give it the same ones. */
export function memo<Props extends object>(Inner: FunctionComponent<Props>): FunctionComponent<Props> {
  return (props) => useMemo(() => <Inner {...props} />, Object.values(props));
}
