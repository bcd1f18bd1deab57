/** The emulator behind the handlers of MSW. */
import { setupServer } from 'msw/node';
import { createEmulator } from 'wabakit/emulator';
import { emulatorHandlers } from 'wabakit/emulator/msw';

export const serve = async (): Promise<void> => {
  const emulator = await createEmulator();
  setupServer(...emulatorHandlers(emulator)).listen();
};

// @ts-expect-error an emulator is needed
export const mustNot = (): unknown => emulatorHandlers({});
