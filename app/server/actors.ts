import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CountyNumber } from '#foundation/ids.ts'
import type { Language } from '#foundation/languages.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { now } from '#foundation/server/clock.ts'
import type { Database } from '#foundation/server/database.ts'
import { isJoinSecret } from '#matters/accept/server/joins.ts'
import { openReceipt } from '#matters/accept/server/receipt.ts'
import { publicActor } from '#people/actor.ts'
import type { Actor } from '#people/model.ts'
import type { Sessions } from '#people/server/session.ts'
import type { Counties } from '#places/server/counties.ts'
import { openTally } from './bounds.ts'
import { languageOf } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set when the address begins with /en, or by the language cookie. */
    language?: Language
  }
}

const sessionCookie = 'linli'
const receiptCookie = 'linli_receipt'
const joinCookie = 'linli_join'

/** Resolves who asks: session, else receipt, else anybody. */
export type Actors = {
  actorOf(request: FastifyRequest, county: number | null): Promise<Actor>
  /** The holder of a receipt, or null when number and secret do not fit. @throws Refused after too many wrong ones */
  tryReceipt(request: FastifyRequest, number: string, secret: string): Promise<Actor | null>
  /** Whether number and secret are those of a join; what is wrong is counted by `tryReceipt`, asked next. */
  tryJoin(request: FastifyRequest, number: string, secret: string): Promise<boolean>
}

/** Wrong receipts from one address in ten minutes; a secret has 50 bits. */
const wrongReceiptsMax = 60

/** The session token of a request: the cookie, or a bearer token for programs. */
export function tokenOf(request: FastifyRequest): string | null {
  const bearer = request.headers.authorization
  if (bearer?.startsWith('Bearer ')) return bearer.slice(7)
  return request.cookies[sessionCookie] ?? null
}

/**
 * Number and secret as shown with the request: header `linli-receipt: <number> <secret>`, or the cookie the
 * status page set.
 */
export function receiptOf(request: FastifyRequest): { number: string; secret: string } | null {
  return pairOf(String(request.headers['linli-receipt'] ?? request.cookies[receiptCookie] ?? ''))
}

/** Number of the matter and secret of the join that was last shown in this browser. */
export const joinOf = (request: FastifyRequest) => pairOf(request.cookies[joinCookie] ?? '')

function pairOf(text: string): { number: string; secret: string } | null {
  const [number, secret] = text.split(/[\s:]/, 2)
  return number && secret ? { number, secret } : null
}

export function openActors(house: {
  database: Database
  sessions: Sessions
  counties: Counties
}): Actors {
  const wrong = openTally(wrongReceiptsMax)
  async function tryReceipt(
    request: FastifyRequest,
    number: string,
    secret: string,
  ): Promise<Actor | null> {
    const at = now()
    wrong.check(request.ip, at)
    const holder = await openReceipt(house.database, number, secret, languageOf(request))
    if (!holder) wrong.count(request.ip, at)
    return holder
  }
  return {
    tryReceipt,
    async tryJoin(request, number, secret) {
      wrong.check(request.ip, now())
      return isJoinSecret(house.database, number, secret)
    },
    async actorOf(request, county) {
      const language = languageOf(request)
      const token = tokenOf(request)
      const signedIn = token ? await house.sessions.actorOf(token, now()) : null
      // An address that names another county is read as anybody reads it there.
      if (signedIn && (county === null || signedIn.county === county))
        return { ...signedIn, language }
      const receipt = receiptOf(request)
      if (receipt) {
        const holder = await tryReceipt(request, receipt.number, receipt.secret)
        if (holder && (county === null || holder.county === county)) return holder
      }
      if (county !== null && !house.counties.find(county))
        throw new Refused(refuse('foundation.countyUnknown', 'missing', { values: { county } }))
      return publicActor((county ?? house.counties.only()?.county ?? 0) as CountyNumber, language)
    },
  }
}

const cookieBase = { path: '/', httpOnly: true, sameSite: 'lax' } as const

/** Cookies are marked secure when the reader came by https, directly or through a proxy that says so. */
export function keepSession(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  endsAt: Date,
): void {
  reply.setCookie(sessionCookie, token, {
    ...cookieBase,
    secure: request.protocol === 'https',
    expires: endsAt,
  })
}

export function dropSession(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, cookieBase)
}

/** The status page remembers one receipt for as long as the browser is open. */
export function keepReceipt(
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
  secret: string,
): void {
  reply.setCookie(receiptCookie, `${number}:${secret}`, {
    ...cookieBase,
    secure: request.protocol === 'https',
  })
}

export function dropReceipt(reply: FastifyReply): void {
  reply.clearCookie(receiptCookie, cookieBase)
}

/** As the receipt: one join, for as long as the browser is open. */
export function keepJoin(
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
  secret: string,
): void {
  const secure = request.protocol === 'https'
  reply.setCookie(joinCookie, `${number}:${secret}`, { ...cookieBase, secure })
}

export function dropJoin(reply: FastifyReply): void {
  reply.clearCookie(joinCookie, cookieBase)
}
