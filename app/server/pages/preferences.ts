import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLanguage, type Language } from '#foundation/languages.ts'

const languageCookie = 'linli_language'
const sizeCookie = 'linli_size'
const year = 365 * 24 * 3600

export function chosenLanguage(request: FastifyRequest): Language | undefined {
  const chosen = request.cookies[languageCookie] ?? ''
  return isLanguage(chosen) ? chosen : undefined
}

export const isLargeType = (request: FastifyRequest) => request.cookies[sizeCookie] === 'large'

/** A path of our own and nothing else: `//host` and `/\host` would lead away. */
export function safePath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/'
}

/** Language and size of type are kept in two cookies, which say nothing about the reader. */
export function servePreferences(app: FastifyInstance): void {
  app.get('/preferences', async (request, reply) => {
    const { language, size, back } = request.query as Record<string, string | undefined>
    const options = { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true } as const
    if (language !== undefined && isLanguage(language))
      reply.setCookie(languageCookie, language, options)
    if (size === 'large' || size === 'usual') reply.setCookie(sizeCookie, size, options)
    return reply.redirect(safePath(back), 303)
  })
}
