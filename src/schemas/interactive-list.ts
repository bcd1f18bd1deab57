import * as z from 'zod/mini';
import { characters, listBetween } from './checks.ts';
import {
  footerPart,
  textHeader,
  textPart,
  type InteractiveText,
  type TextHeader,
} from './interactive-parts.ts';
import { listLimits } from './limits.ts';

/** A row that answers with its id when it is picked. */
export interface ListRow {
  /** Up to 200 characters, different in each row. */
  readonly id: string;
  /** Up to 24 characters. */
  readonly title: string;
  /** Up to 72 characters. */
  readonly description?: string | undefined;
}

/** Rows under a title. */
export interface ListSection {
  /** Up to 24 characters; required with more than one section. */
  readonly title?: string | undefined;
  readonly rows: readonly ListRow[];
}

/** A message whose button opens a list of up to 10 rows. Source: Meta, "Interactive list messages". */
export interface ListPayload {
  readonly type: 'list';
  readonly header?: TextHeader | undefined;
  /** Up to 4,096 characters. */
  readonly body: InteractiveText;
  readonly footer?: InteractiveText | undefined;
  readonly action: {
    /** Up to 20 characters. */
    readonly button: string;
    readonly sections: readonly ListSection[];
  };
}

/** Refuses several sections of which one has no title. */
export const titledSections = () =>
  z.refine<readonly { readonly title?: string | undefined }[]>(
    (sections) => sections.length < 2 || sections.every(({ title }) => title !== undefined),
    { error: 'needs a title in each section, because there are several' },
  );

export const listSchema = () => {
  const row = z.strictObject({
    id: characters(listLimits.rowId),
    title: characters(listLimits.rowTitle),
    description: z.optional(characters(listLimits.rowDescription)),
  });
  const section = z.strictObject({
    title: z.optional(characters(listLimits.sectionTitle)),
    rows: listBetween(row, 1, listLimits.rows),
  });
  const sections = listBetween(section, 1, listLimits.sections).check(
    titledSections(),
    z.refine((all) => all.flatMap(({ rows }) => rows).length <= listLimits.rows, {
      error: `has more than ${listLimits.rows} rows in all its sections together`,
    }),
    z.refine(
      (all) =>
        new Set(all.flatMap(({ rows }) => rows).map(({ id }) => id)).size ===
        all.flatMap(({ rows }) => rows).length,
      {
        error: 'has the same row id twice',
      },
    ),
  );
  return z.strictObject({
    type: z.literal('list'),
    header: z.optional(textHeader()),
    body: textPart(listLimits.body),
    footer: footerPart(),
    action: z.strictObject({ button: characters(listLimits.button), sections }),
  });
};
