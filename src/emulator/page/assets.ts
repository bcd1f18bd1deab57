/** The page's program. The build puts the bundle of `main.tsx` here; before that it is empty. */
export const script: string = '';

/** The page's style sheet. The build puts `styles/index.css` here. */
export const style: string = '';
