import 'server-only'
import { ReadableStream as NodeStream } from 'node:stream/web'

const QUIET = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
}

/** Bytes as they come, without holding them all. */
export function bytesResponse(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(NodeStream.from(pieces) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: { ...QUIET, ...headers },
  }) // the same class, typed twice
}
