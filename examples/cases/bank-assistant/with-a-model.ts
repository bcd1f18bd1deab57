/** The case with a language model that says what a customer wants. `MODEL_URL` is a function of yours that calls it and returns the text of its answer. */
import { createProgram } from './program.ts';
import { understandWithModel, type Complete } from './understand-with-model.ts';
import { matchWords } from './understand.ts';

// #region model
const complete: Complete = async (messages, signal) => {
  const body = JSON.stringify({ messages });
  const response = await fetch(process.env['MODEL_URL'] ?? '', { method: 'POST', body, signal });
  return response.text();
};

export default createProgram(understandWithModel(complete, matchWords));
// #endregion model
