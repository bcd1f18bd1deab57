import type { InteractiveHeader, InteractiveText } from '../schemas/interactive-parts.ts';

/** The words around an interactive message. */
export interface InteractiveParts {
  /** A text of up to 60 characters, or an image, video or document. */
  readonly header?: string | InteractiveHeader | undefined;
  /** 1 to 1,024 characters. */
  readonly body: string;
  /** Up to 60 characters. */
  readonly footer?: string | undefined;
}

/** The wire form of header, body and footer; parts that are not given are left out. */
export const interactiveParts = ({
  header,
  body,
  footer,
}: InteractiveParts): {
  readonly header?: InteractiveHeader;
  readonly body: InteractiveText;
  readonly footer?: InteractiveText;
} => ({
  ...(header !== undefined && {
    header: typeof header === 'string' ? { type: 'text', text: header } : header,
  }),
  body: { text: body },
  ...(footer !== undefined && { footer: { text: footer } }),
});
