import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildTemplateMessage,
  renderTemplate,
  validateTemplate,
  type TemplateDefinition,
} from '../../src/templates/index.ts';
import { fillPlaceholders, findPlaceholders, isPositional } from '../../src/templates/placeholders.ts';

test('default: names in order of appearance, each once', () => {
  expect(findPlaceholders('Hi {{name}}, order {{order_id}} for {{name}}')).toEqual(['name', 'order_id']);
  expect(findPlaceholders('none {here} }} {{')).toEqual([]);
  expect(findPlaceholders('{{}} and {{ a }}')).toEqual(['', ' a ']);
});

test('default: a placeholder without a value stays as it is', () => {
  expect(fillPlaceholders('{{a}} {{b}}', (name) => (name === 'a' ? 'x' : undefined))).toBe('x {{b}}');
});

test('default: positions are numbers', () => {
  expect(['1', '10', 'a1', ''].map(isPositional)).toEqual([true, true, false, false]);
});

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const value = fc.stringMatching(/^[A-Za-z0-9$&.'-]{1,12}$/);

test('behavior: any named values stand in the text where their placeholders were, and go out under their names', () => {
  fc.assert(
    fc.property(fc.dictionary(word, value, { minKeys: 1, maxKeys: 6 }), (values) => {
      const names = Object.keys(values);
      const text = `Start ${names.map((name) => `and now {{${name}}}`).join(' ')} end.`;
      const definition: TemplateDefinition = {
        name: 'any',
        language: 'en',
        category: 'utility',
        body: { text, example: values },
      };
      expect(validateTemplate(definition).filter(({ severity }) => severity === 'error')).toEqual([]);
      const [body] = buildTemplateMessage(definition, { body: values }).components ?? [];
      expect(body?.parameters).toEqual(
        names.map((name) => ({ type: 'text', text: values[name], parameter_name: name })),
      );
      expect(renderTemplate(definition, { body: values }).body).toBe(
        `Start ${names.map((name) => `and now ${values[name]}`).join(' ')} end.`,
      );
    }),
  );
});

test('behavior: any number of positional values keeps its order', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
      const text = `Start ${values.map((_, index) => `and now {{${index + 1}}}`).join(' ')} end.`;
      const definition: TemplateDefinition = {
        name: 'any',
        language: 'en',
        category: 'utility',
        body: { text, example: values },
      };
      expect(renderTemplate(definition, { body: values }).body).toBe(
        `Start ${values.map((item) => `and now ${item}`).join(' ')} end.`,
      );
    }),
  );
});
