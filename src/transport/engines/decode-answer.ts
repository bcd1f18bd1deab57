import type { EngineResponse } from '../interface.ts';
import { readAnswer } from './read-answer.ts';

/** Returns an answer whose body is decompressed as it is read. One in another coding than gzip or deflate is returned as it is. */
export function decodeAnswer(answer: EngineResponse, coding: string): EngineResponse {
  if (coding !== 'gzip' && coding !== 'deflate') return answer;
  const { body } = new Response(answer.body);
  const decoded = new Response(body?.pipeThrough(new DecompressionStream(coding)) ?? null);
  return {
    status: answer.status,
    headers: answer.headers,
    body: decoded.body,
    text: () => readAnswer(decoded),
  };
}
