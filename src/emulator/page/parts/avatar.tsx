import { getHue, initials } from '../format/initials.ts';

/** The round picture of a user: initials on their own colour. */
export function Avatar({ name, waId }: { readonly name: string; readonly waId: string }) {
  return (
    <span class="avatar" data-hue={getHue(waId)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
