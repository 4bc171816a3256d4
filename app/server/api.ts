import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Contract } from '#foundation/contract.ts'
import { type ActId, isId } from '#foundation/ids.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { now } from '#foundation/server/clock.ts'
import { newId } from '#foundation/server/new-id.ts'
import { readText, settleIds, whyNotValid } from '#foundation/validation.ts'
import type { Actor } from '#people/model.ts'
import type { Asked, Route } from '#people/server/route.ts'
import { type Actors, dropSession, keepSession, tokenOf } from './actors.ts'

const methodOf = { query: 'GET', command: 'POST' } as const

/** Input of a request: path parts, query string or JSON body, each only where the contract has such a field. */
function inputOf(contract: Contract, request: FastifyRequest): unknown {
  const path = request.params as Record<string, string>
  if (contract.kind === 'query')
    return settleIds(
      contract.input,
      readText(contract.input, { ...(request.query as object), ...path }),
    )
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body))
    throw new Refused(refuse('foundation.jsonBroken', 'invalid'))
  // Only the path's own fields are read from text; a JSON body must carry the right types itself.
  return settleIds(contract.input, { ...body, ...readText(contract.input, path) })
}

function mayAsk(contract: Contract, by: Actor): void {
  if (contract.audience === 'public') return
  const signedIn =
    by.kind === 'officer' || (contract.audience === 'resident' && by.kind !== 'public')
  if (!signedIn) throw new Refused(refuse('foundation.notSignedIn', 'unsigned'))
}

/** Every contract becomes one HTTP route; nothing else answers below /api/v1. */
export function serveRoutes(app: FastifyInstance, routes: readonly Route[], actors: Actors): void {
  for (const { contract, handle } of routes) {
    app.route({
      method: methodOf[contract.kind],
      url: `/api/v1${contract.path}`,
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const by = await actors.actorOf(request, countyIn(request))
        mayAsk(contract, by)
        const input = inputOf(contract, request)
        unless(whyNotValid(contract.input, input))
        const answer = (await handle(input, askedBy(request, by, input))) as object | undefined
        return reply.send(withSession(answer ?? {}, contract, request, reply))
      },
    })
  }
}

function countyIn(request: FastifyRequest): number | null {
  const county = (request.params as { county?: string }).county
  return county === undefined ? null : Number(county)
}

/** A command without an act id of its own (sign-in, say) gets one: it is not repeated by retrying. */
export function askedBy(request: FastifyRequest, by: Actor, input: unknown): Asked {
  const at = now()
  const given = (input as { actId?: unknown } | null)?.actId
  const actId = typeof given === 'string' && isId(given) ? (given as ActId) : newId<ActId>(at)
  return { by, now: at, actId, address: request.ip, token: tokenOf(request) }
}

/** A session begun travels in a cookie and nowhere else; a session ended takes the cookie along. */
function withSession(
  answer: object,
  contract: Contract,
  request: FastifyRequest,
  reply: FastifyReply,
): object {
  if (contract.name === 'signOut') dropSession(reply)
  if (!('token' in answer && 'endsAt' in answer && answer.endsAt instanceof Date)) return answer
  keepSession(request, reply, String(answer.token), answer.endsAt)
  const { token: _, ...rest } = answer
  return rest
}
