import type { EngineResponse } from '../interface.ts';

/** Returns the part of a `Response` that is used, with a bound on its text. */
export const bounded = (response: Response): EngineResponse => ({
  status: response.status,
  headers: response.headers,
  body: response.body,
  text: () => import('./read-answer.ts').then((module) => module.readAnswer(response)),
});
