// The interface of https://standardschema.dev, version 1, copied as its authors allow. zod, valibot, arktype and others implement it. An arktype schema is a
// function, so the type of the value says nothing about it.

/**
 * A schema of any library that implements Standard Schema: zod, valibot, arktype and others.
 *
 * @beta
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  /** What the library promises to every other library. */
  readonly '~standard': {
    /** The version of the interface. */
    readonly version: 1;
    /** The library. */
    readonly vendor: string;
    /** Checks a value; may be async. Without `issues` it is valid, and `value` is what became of it. */
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    /** The types of the schema; not there at run time. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/**
 * What a schema says about a value.
 *
 * @beta
 */
export type SchemaResult<Output> =
  | {
      /** The value, with defaults and transforms applied. */
      readonly value: Output;
      readonly issues?: undefined;
    }
  | {
      /** What is wrong with the value. */
      readonly issues: readonly { readonly message: string }[];
    };

/** Says whether a value is a schema: an object or, with arktype, a function. */
export const isSchema = (value: unknown): value is StandardSchema =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') && '~standard' in value;
