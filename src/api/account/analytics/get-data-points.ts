import { type ApiResponse, parseResponse } from '../../../transport/transport.ts';

/** Reads the data points of a nested answer; an empty list if the field is missing because there was no data. */
export function getDataPoints<T>(field: string): (reply: ApiResponse) => readonly T[] {
  return (reply) => {
    type Wire = Readonly<
      Record<string, { readonly data?: readonly { readonly data_points?: readonly T[] }[] } | undefined>
    >;
    const answer = parseResponse<Wire>({ [field]: 'object?' })(reply)[field];
    return (answer?.data ?? []).flatMap((part) => part.data_points ?? []);
  };
}
