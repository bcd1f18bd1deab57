import { describeErrorCode } from '../../errors/codes.ts';
import { cloudApi } from '../../transport/hosts/cloud-api.ts';
import { httpOver } from '../../transport/http-over.ts';
import type { Engine } from '../../transport/interface.ts';
import type { Emulator, EmulatorClientOptions } from './emulator.ts';
import type { EmulatorSettings } from '../kernel/settings.ts';

/** Makes the engine whose exchanges the emulator answers. */
export const createEngine = (fetch: Emulator['fetch']): Engine => ({
  name: 'emulator',
  exchange: ({ url, init, body, ...request }) =>
    fetch(
      new Request(url, {
        ...request,
        redirect: 'manual',
        ...init,
        ...(body !== undefined && { body }),
        ...(body instanceof ReadableStream && { duplex: 'half' }),
      }),
    ),
});

/** Returns what `createClient` takes to call the emulator. */
export function getClientOptions(settings: EmulatorSettings, engine: Engine): EmulatorClientOptions {
  const { accessToken, phoneNumberId, wabaId, appId, businessId: businessPortfolioId } = settings;
  const transport = httpOver(engine, { host: cloudApi({ accessToken }), explainCode: describeErrorCode });
  return { transport, phoneNumberId, wabaId, appId, businessPortfolioId };
}
