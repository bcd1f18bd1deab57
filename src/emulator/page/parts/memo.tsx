import type { FunctionComponent } from 'preact';
import { useMemo } from 'preact/hooks';

/** Returns a component that renders again only when one of its properties changes. Give it the same set of properties each time. */
export function memo<Props extends object>(Inner: FunctionComponent<Props>): FunctionComponent<Props> {
  return (props) => useMemo(() => <Inner {...props} />, Object.values(props));
}
