import { brotliCompressSync, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Shorter answers travel in one packet anyway. */
export const packedBytesMin = 1024

/** Quality 2 packs our answers as small as the usual 4 to a few percent, for half the work or less. */
export const packing = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }

const takesBrotli = /(^|,)\s*br\s*(;\s*q=(1|0\.0*[1-9]))?\s*(,|$)/

/**
 * Packs an answer that is there as a whole, at once: a list of 100 takes a tenth of a millisecond, setting up a stream
 * for it several times as long. Streams, and readers who take only gzip, are left to @fastify/compress behind it.
 */
export function packAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  const isShort = typeof payload !== 'string' || payload.length < packedBytesMin
  const accepted = request.headers['accept-encoding']
  if (isShort || reply.hasHeader('content-encoding') || !takesBrotli.test(String(accepted ?? ''))) {
    done(null, payload)
    return
  }
  reply.header('content-encoding', 'br').header('vary', 'accept-encoding')
  // The length that was counted before is that of the text.
  reply.removeHeader('content-length')
  done(null, brotliCompressSync(payload, packing))
}
