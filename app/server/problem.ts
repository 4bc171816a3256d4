import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Language, languages } from '#foundation/languages.ts'
import { type Refusal, Refused, refuse, statusOf } from '#foundation/refusal.ts'
import { sayRefusal } from '../refusal-words.ts'

/** The reader's language: what the address or the session says, else what the browser asks for, else Chinese. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = request.language
  if (chosen) return chosen
  const accepted = request.headers['accept-language'] ?? ''
  const first = accepted.split(',')[0]?.trim().toLowerCase() ?? ''
  return languages.find((language) => language === 'en' && first.startsWith('en')) ?? 'zh-CN'
}

/**
 * RFC 9457 problem details; `reason` is the key, `field` names the input, `detail` is a sentence in the
 * reader's language.
 */
export function problemOf(refusal: Refusal, language: Language): Record<string, unknown> {
  return {
    type: `urn:linli:${refusal.key}`,
    title: refusal.kind,
    status: statusOf[refusal.kind],
    detail: sayRefusal(refusal, language),
    reason: refusal.key,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.values === undefined ? {} : { values: refusal.values }),
  }
}

type EdgeError = { code?: string; statusCode?: number }

/**
 * A form with files that ends in the middle: its reader (busboy, dicer) has sentences but no codes, a lost
 * sender has one.
 */
const brokenForm =
  /^(Unexpected end of multipart|Part terminated early|Malformed part header|Multipart: Boundary not)/

function isBrokenForm(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || brokenForm.test(message)
}

/** What the HTTP library and the store throw, turned into refusals; null for what nobody expected. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal
  const { code, statusCode } = error as EdgeError
  if (
    code === 'FST_ERR_CTP_BODY_TOO_LARGE' ||
    code === 'FST_REQ_FILE_TOO_LARGE' ||
    statusCode === 413
  )
    return refuse('foundation.bodyTooLarge', 'too-large')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse('foundation.invalidInput', 'invalid')
  if (
    error instanceof SyntaxError ||
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY'
  )
    return refuse('foundation.jsonBroken', 'invalid')
  if (statusCode === 429) return refuse('foundation.tooManyRequests', 'too-many')
  // 22021, 22P05: a character the store cannot keep (NUL).
  if (code === '22021' || code === '22P05') return refuse('foundation.invalidInput', 'invalid')
  if (isBrokenForm(error)) return refuse('foundation.invalidInput', 'invalid')
  if (code === 'ENOSPC') return refuse('foundation.diskFull', 'unavailable')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return refuse('foundation.invalidInput', 'invalid')
  return null
}

/** Answers the API with problem details. Anything unexpected is logged whole and told as little as possible. */
export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = refusalOf(error)
  if (!refusal) request.log.error({ err: error }, 'unexpected')
  const told = refusal ?? refuse('foundation.unexpected', 'unavailable')
  const status = refusal ? statusOf[told.kind] : 500
  if (status === 503) reply.header('retry-after', '5')
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ ...problemOf(told, languageOf(request)), status })
}
