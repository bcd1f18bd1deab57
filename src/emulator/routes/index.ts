import type { RouteTable } from '../call.ts';
import { messageRoutes } from './messages.ts';

/** Every route that is emulated, by `METHOD node/edge`. */
export const routes: RouteTable = { ...messageRoutes };
