import type * as z from 'zod/mini';
import type { definitionSchema } from '../../src/templates/definition-schema.ts';
import type { TemplateDefinition } from '../../src/templates/definition.ts';

type Shape = z.infer<typeof definitionSchema>;

// The hand-written interfaces and the schema say the same: each can stand in for the other, apart from `readonly`.
declare const shape: Shape;
declare const definition: TemplateDefinition;
type Writable<T> = T extends string
  ? T
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;

export const fromSchema: TemplateDefinition = shape;
export const toSchema: Shape = definition as Writable<TemplateDefinition>;
