import { validateFlowJson } from '../../flows/json/validate-flow-json.ts';
import type { JsonObject } from '../kernel/json.ts';
import { createLocator } from './json-positions.ts';

/**
 * Returns `validation_errors` of a Flow JSON, as the API prints them. The rules are those of `validateFlowJson` in `wabakit/flows`; a warning
 * is no error. Source of the form: Meta, "Flows API: creating a Flow".
 */
export function getFlowErrors(json: string): readonly JsonObject[] {
  const errors = validateFlowJson(json).filter(({ severity }) => severity === 'error');
  const locate = createLocator(json);
  return errors.map(({ code, path, message }) => {
    const position = locate(path);
    return {
      error: code,
      error_type: 'FLOW_JSON_ERROR',
      message: `${path === '' ? 'The Flow JSON' : path} ${message}.`,
      ...position,
      pointers: [{ ...position, path }],
    };
  });
}
