import { phonePaths, type ActionResult, type PhoneAction } from '../protocol/protocol.ts';

/** Asks the emulator to do something; never throws. */
export async function sendAction(action: PhoneAction): Promise<ActionResult> {
  try {
    const response = await fetch(phonePaths.actions, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    });
    return (await response.json()) as ActionResult;
  } catch {
    return { ok: false, error: 'The emulator does not answer. Is it still running?' };
  }
}
