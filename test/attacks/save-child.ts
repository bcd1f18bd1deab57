import { saveMedia } from '../../src/api/media/save-media.ts';
import { makeCoreClient } from '../helpers/core-client.ts';

// Saves a file of a slow server until it is killed: node save-child.ts <base URL> <folder>
const [, , baseUrl = '', directory = ''] = process.argv;
const client = makeCoreClient({ accessToken: 'token', baseUrl });
await saveMedia(client, { mediaId: '1', directory, name: 'invoice.pdf' });
