interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 4;
const margin = 8;

/** Where a menu unfolds: under its button where there is room, else above it, and never out of the window. */
export function placeMenu(
  button: Box,
  menu: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  const fromLeft =
    button.left + menu.width + margin <= window.width ? button.left : button.right - menu.width;
  const below = button.bottom + gap;
  const above = button.top - gap - menu.height;
  return {
    left: Math.max(margin, Math.min(fromLeft, window.width - menu.width - margin)),
    top: below + menu.height + margin <= window.height ? below : Math.max(margin, above),
  };
}
