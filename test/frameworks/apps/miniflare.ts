import { Miniflare } from 'miniflare';
import { port } from './bot.ts';

const { WHATSAPP_APP_SECRET = '', WHATSAPP_VERIFY_TOKEN = '', FLOW_PRIVATE_KEY = '' } = process.env;
const miniflare = new Miniflare({
  modules: true,
  scriptPath: 'built/worker.js',
  compatibilityDate: '2026-04-01',
  bindings: { WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN, FLOW_PRIVATE_KEY },
  host: '127.0.0.1',
  port,
});
await miniflare.ready;
