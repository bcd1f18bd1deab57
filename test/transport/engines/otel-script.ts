/** A program that traces with OpenTelemetry and sends twice: mocks.test.ts reads its spans. */
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const instrumentation = new HttpInstrumentation();
instrumentation.setTracerProvider(provider);

const { createNodeEngine } = await import('../../../src/transport/engines/node.ts');
const [, , baseUrl = ''] = process.argv;
for (const path of ['/v26.0/1/messages', '/v26.0/2/messages']) {
  const response = await createNodeEngine().exchange({
    url: new URL(path, baseUrl),
    method: 'POST',
    headers: {},
    body: '{}',
    signal: new AbortController().signal,
    onAbort: () => undefined,
  });
  await response.text();
}
await provider.forceFlush();
const spans = exporter.getFinishedSpans().map(({ name, attributes }) => ({ name, attributes }));
console.log(JSON.stringify(spans));
