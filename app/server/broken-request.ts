import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { refuse } from '#foundation/refusal.ts'
import { sayRefusal } from '../refusal-words.ts'
import { problemOf } from './problem.ts'

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/**
 * Answers what could not even be read as HTTP: broken lines, headers or addresses over 16 kB. Nobody's
 * language is known
 * yet, so both are spoken.
 */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const status = statuses[error.code ?? ''] ?? 400
  const refusal =
    status === 431
      ? refuse('foundation.bodyTooLarge', 'too-large')
      : refuse('foundation.invalidInput', 'invalid')
  const detail = `${sayRefusal(refusal, 'zh-CN')} ${sayRefusal(refusal, 'en')}`
  const body = JSON.stringify({ ...problemOf(refusal, 'zh-CN'), detail, status })
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
