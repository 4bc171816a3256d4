import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Contract } from '#foundation/contract.ts'
import { type ActId, isId } from '#foundation/ids.ts'
import { type Refusal, Refused, refuse, unless } from '#foundation/refusal.ts'
import { now } from '#foundation/server/clock.ts'
import { newId } from '#foundation/server/new-id.ts'
import { readText, settleIds, whyNotValid } from '#foundation/validation.ts'
import { settlesOwed } from '#people/contract.ts'
import type { Actor } from '#people/model.ts'
import type { Asked, Route } from '#people/server/route.ts'
import { whyNotWork } from '#people/sign-in-rules.ts'
import { type Actors, dropSession, keepSession, tokenOf } from './actors.ts'
import { languageOf, problemOf } from './problem.ts'

const methodOf = { query: 'GET', command: 'POST' } as const

/** Input of a request: path parts and the query string, or path parts and the JSON body. */
function inputOf(contract: Contract, request: FastifyRequest): object {
  const path = request.params as Record<string, string>
  if (contract.kind === 'query')
    return readText(contract.input, { ...(request.query as object), ...path })
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body))
    throw new Refused(refuse('foundation.jsonBroken', 'invalid'))
  // Only the path's own fields are read from text; a JSON body must carry the right types itself.
  return { ...body, ...readText(contract.input, path) }
}

/** What no contract asks for is told, not passed over: it is mostly a field with a mistyped name. */
function whyNotFields(contract: Contract, input: object): Refusal | null {
  const { properties = {} } = contract.input as { properties?: object }
  const field = Object.keys(input).find((name) => !Object.hasOwn(properties, name))
  return field === undefined
    ? null
    : refuse('foundation.fieldUnknown', 'invalid', { field, values: { field } })
}

/** The input of a request, fit for its contract. @throws Refused naming the field at fault */
function checkedInput(contract: Contract, request: FastifyRequest): unknown {
  const sent = inputOf(contract, request)
  const input = settleIds(contract.input, sent)
  unless(whyNotFields(contract, sent) ?? whyNotValid(contract.input, input))
  return input
}

function mayAsk(contract: Contract, by: Actor): void {
  if (contract.audience === 'public') return
  const signedIn =
    by.kind === 'officer' || (contract.audience === 'resident' && by.kind !== 'public')
  if (!signedIn) throw new Refused(refuse('foundation.notSignedIn', 'unsigned'))
  if (by.owes && !settlesOwed.has(contract.name)) unless(whyNotWork(by.owes))
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
        const input = checkedInput(contract, request)
        const answer = (await handle(input, askedBy(request, by, input))) as object | undefined
        // Nothing here is the same for everybody: what one may see must not be kept for the next.
        reply.header('cache-control', 'no-store')
        return reply.send(withSession(answer ?? {}, contract, request, reply))
      },
    })
  }
  refuseOtherMethods(app, routes)
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** An address that exists, asked in a way it does not answer to (RFC 9110 §15.5.6). */
function refuseOtherMethods(app: FastifyInstance, routes: readonly Route[]): void {
  const taken = new Map<string, string[]>()
  for (const { contract } of routes) {
    const url = `/api/v1${contract.path}`
    taken.set(url, [...(taken.get(url) ?? []), methodOf[contract.kind]].sort())
  }
  for (const [url, allowed] of taken) {
    const others = methods.filter((method) => !allowed.includes(method))
    app.route({
      method: others,
      url,
      handler: async (request, reply) => {
        const refusal = refuse('foundation.wrongMethod', 'invalid', {
          values: { allowed: allowed.join(', ') },
        })
        const problem = problemOf(refusal, languageOf(request))
        return reply
          .code(405)
          .header('allow', allowed.join(', '))
          .type('application/problem+json')
          .send({ ...problem, status: 405 })
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
