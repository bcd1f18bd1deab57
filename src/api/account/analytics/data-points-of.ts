import { type Reply, shaped } from '../../../transport/transport.ts';

/** Reads the data points of a nested answer; none when the field is missing because there was nothing to count. */
export function dataPointsOf<T>(field: string): (reply: Reply) => readonly T[] {
  return (reply) => {
    type Wire = Readonly<
      Record<string, { readonly data?: readonly { readonly data_points?: readonly T[] }[] } | undefined>
    >;
    const answer = shaped<Wire>({ [field]: 'object?' })(reply)[field];
    return (answer?.data ?? []).flatMap((part) => part.data_points ?? []);
  };
}
