/** Strokes on a 24 by 24 grid. */
const paths = {
  ad: 'M4 10v4l3 .5L14 18V6L7 9.5zM8 15l1 4h2l-.6-3M17.5 9.5a3.5 3.5 0 0 1 0 5',
  bill: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9.5 8h5M9.5 12h5',
  block: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11',
  cart: 'M3 4h3l2.4 11h9.2L20 8H7M9.5 20h.01M17 20h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clip: 'M20 11l-8.2 8.2a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4L14.5 7.3',
  close: 'M6 6l12 12M18 6L6 18',
  contact: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  down: 'M6 9l6 6 6-6',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  flow: 'M5 4h14v5H5zM5 15h6v5H5zM15 15h4v5h-4zM8 9v6M17 9v6',
  forward: 'M4 6l7 6-7 6zM13 6l7 6-7 6z',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-2.5 4 3.500M15 9h.01',
  left: 'M15 6l-6 6 6 6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.700L11.5 6.800M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.700l1.5-1.5',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  menu: 'M12 5.500h.01M12 12h.01M12 18.500h.01',
  mic: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.500V21',
  network: 'M3 9a13 13 0 0 1 18 0M6.5 12.500a8 8 0 0 1 11 0M9.8 16a3.5 3.5 0 0 1 4.4 0M12 19.500h.01',
  pause: 'M8 5v14M16 5v14',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.500c.6-3.5 3-5.5 6.5-5.500s5.9 2 6.5 5.500M16 4.500a3.5 3.5 0 0 1 0 6.500M18 14.500c2 .8 3.2 2.5 3.5 5',
  phone:
    'M5 4h4l1.5 5-2.3 1.500a12 12 0 0 0 5.3 5.300L15 13.500l5 1.500v4c0 .6-.4 1-1 1A15 15 0 0 1 4 5c0-.6.4-1 1-1z',
  pin: 'M12 21s7-6.3 7-11.500a7 7 0 0 0-14 0C5 14.7 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  play: 'M7 4.500l12 7.5-12 7.500z',
  plus: 'M12 5v14M5 12h14',
  redo: 'M19 12a7 7 0 1 1-2.5-5.400M17 3v4h-4',
  reply: 'M10 6L4 12l6 6M4 12h9a7 7 0 0 1 7 7',
  right: 'M9 6l6 6-6 6',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5',
  send: 'M4 12L20 4.5 16 20l-5-5.500zM11 14.500L20 4.5',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.500a4.5 4.5 0 0 0 7 0M9 9.500h.01M15 9.500h.01',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2.500M12 19.500V22M2 12h2.500M19.5 12H22M5 5l1.7 1.700M17.3 17.300L19 19M5 19l1.7-1.700M17.3 6.700L19 5',
  test: 'M9 3h6M10 3v6L4.5 18.500A1.7 1.7 0 0 0 6 21h12a1.7 1.7 0 0 0 1.5-2.500L14 9V3M7.5 15h9',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14',
  video: 'M3 6h12v12H3zM15 10.500l6-3.500v10l-6-3.500z',
  warning: 'M12 3.500L22 20H2zM12 10v4.500M12 17.200h.01',
} as const;

export type IconName = keyof typeof paths;

/** A decoration; the text next to it says what it means. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
