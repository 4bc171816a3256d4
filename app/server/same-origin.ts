import type { FastifyRequest } from 'fastify'
import { Refused, refuse } from '#foundation/refusal.ts'

/**
 * Against cross-site requests: what changes something and carries a cookie must come from our own pages.
 * Browsers say so in
 * Sec-Fetch-Site, older ones in Origin or Referer; programs without a cookie are not concerned. Cookies are
 * SameSite=Lax beside.
 */
export async function refuseForeignOrigin(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD' || !request.headers.cookie) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const from = request.headers.origin ?? request.headers.referer
  if (site === undefined && from === undefined) return
  if (site === undefined && from !== undefined && hostOf(from) === request.host) return
  throw new Refused(refuse('foundation.sameOriginOnly', 'forbidden'))
}

function hostOf(address: string): string | null {
  try {
    return new URL(address).host
  } catch {
    return null
  }
}
