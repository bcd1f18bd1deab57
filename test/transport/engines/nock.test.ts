import nock from 'nock';
import { mocked, path, testMock } from './mock-suite.ts';

// Nock takes the place of `fetch` and of `node:http` as soon as it is imported, so it has a file of its own.
testMock(
  'nock',
  (baseUrl) => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    nock(baseUrl).persist().post(path).reply(200, mocked);
    return () => {
      nock.cleanAll();
      nock.enableNetConnect();
      nock.restore();
    };
  },
  { mocksHttp: true },
);
