import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { hasReference, readReference } from '../helpers/reference.ts';

type Json = Readonly<Record<string, unknown>>;

/** One operation of Meta's OpenAPI file. */
interface SpecOperation {
  /** Its examples of a successful answer. */
  readonly examples: readonly unknown[];
  /** What Meta's schema says against a body. */
  problems(body: unknown): readonly string[];
}

interface Specification {
  /** Every operation, as `POST /{Phone-Number-ID}/groups`. */
  readonly operations: readonly string[];
  operation(name: string): SpecOperation | undefined;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read(): Specification {
  const document = parse(readReference('meta-openapi-v23.yaml')) as Json;

  const resolve = (value: unknown): unknown => {
    if (!isObject(value) || typeof value['$ref'] !== 'string') return value;
    const steps = value['$ref'].split('/').slice(1);
    return resolve(
      steps.reduce<unknown>(
        (at, step) => (isObject(at) ? at[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined),
        document,
      ),
    );
  };
  const at = (value: unknown, ...keys: readonly string[]): unknown =>
    keys.reduce<unknown>((found, key) => (isObject(found) ? resolve(found[key]) : undefined), resolve(value));

  /**
   * A schema without references, and without `additionalProperties: false`, which each part of an `allOf` sets against the others.
   * Without it several branches of a `oneOf` may fit, so any of them will do.
   */
  function relaxed(schema: unknown, depth = 0): unknown {
    const found = resolve(schema);
    if (Array.isArray(found)) return (found as readonly unknown[]).map((item) => relaxed(item, depth + 1));
    if (!isObject(found) || depth > 40) return found;
    return Object.fromEntries(
      Object.entries(found)
        .filter(
          ([key]) =>
            !['additionalProperties', 'example', 'examples', 'format', 'discriminator'].includes(key),
        )
        .map(([key, value]) => [key === 'oneOf' ? 'anyOf' : key, relaxed(value, depth + 1)]),
    );
  }

  const operations = new Map<string, Json>();
  for (const [path, methods] of Object.entries(document['paths'] as Json)) {
    for (const method of ['get', 'post', 'delete']) {
      const operation = at(methods, method);
      if (isObject(operation))
        operations.set(`${method.toUpperCase()} ${path.replace('/{Version}', '')}`, operation);
    }
  }

  return {
    operations: [...operations.keys()],
    operation(name) {
      const operation = operations.get(name);
      if (operation === undefined) return undefined;
      const success = Object.entries(at(operation, 'responses') ?? {}).filter(([status]) =>
        status.startsWith('2'),
      );
      const contents = success.flatMap(([, response]) =>
        Object.values((at(response, 'content') ?? {}) as Json),
      );
      const examples = contents.flatMap((content) => [
        ...(isObject(content) && content['example'] !== undefined ? [content['example']] : []),
        ...Object.values((at(content, 'examples') ?? {}) as Json).map((example) => at(example, 'value')),
      ]);
      return {
        examples: examples.filter(isObject),
        problems(body) {
          const bodies = Object.values(at(operation, 'requestBody', 'content') ?? {});
          if (bodies.length === 0) return [];
          const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
          const tries = bodies.map((content) => {
            const validate = ajv.compile(relaxed(at(content, 'schema')) as object);
            validate(body);
            return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
          });
          return tries.find((problems) => problems.length === 0) ?? tries.flat();
        },
      };
    },
  };
}

/** Meta's OpenAPI file, where the reference data is at hand. */
export const specification: Specification | undefined = hasReference ? read() : undefined;
