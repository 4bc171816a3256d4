import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import type { Language } from '#foundation/languages.ts'

/** What the server answers instead of an answer (RFC 9457). */
export type ProblemDetails = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly reason: string
  readonly field?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** A refusal that came over the wire. */
export class ProblemAnswer extends Error {
  readonly problem: ProblemDetails
  constructor(problem: ProblemDetails) {
    super(`${problem.status} ${problem.reason}: ${problem.detail}`)
    this.name = 'ProblemAnswer'
    this.problem = problem
  }
}

type Sent = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }

/** Somebody who talks to the server without a browser, with cookies of their own. */
export type HttpVisitor = {
  readonly cookies: Map<string, string>
  /** Never follows a redirection. */
  send(path: string, request?: Sent): Promise<Response>
  /** Asks a contract. @throws ProblemAnswer */
  ask<C extends Contract>(contract: C, input: InputOf<C>): Promise<OutputOf<C>>
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';', 1)
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    if (value === '') cookies.delete(name)
    else cookies.set(name, value)
  }
}

/** Address and body of a contract: path parts are taken out of the input, the rest travels as query or JSON. */
export function requestOf(contract: Contract, input: Readonly<Record<string, unknown>>) {
  const rest = { ...input }
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  const pairs = Object.entries(rest).filter(([, value]) => value !== undefined)
  const isQuery = contract.kind === 'query'
  const search = new URLSearchParams(
    isQuery ? pairs.map(([name, value]): [string, string] => [name, String(value)]) : [],
  )
  return {
    path: `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`,
    method: isQuery ? 'GET' : 'POST',
    body: isQuery ? undefined : JSON.stringify(rest),
  }
}

export function httpVisitor(address: string, language: Language = 'zh-CN'): HttpVisitor {
  const cookies = new Map<string, string>()
  const visitor: HttpVisitor = {
    cookies,
    async send(path, { headers = {}, ...request } = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(`${address}${path}`, {
        redirect: 'manual',
        ...request,
        headers: {
          'accept-language': language,
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
      })
      keepCookies(cookies, response)
      return response
    },
    async ask<C extends Contract>(contract: C, input: InputOf<C>): Promise<OutputOf<C>> {
      const { path, method, body } = requestOf(contract, input as Record<string, unknown>)
      const response = await visitor.send(path, {
        method,
        ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
      })
      if (!response.ok) throw new ProblemAnswer((await response.json()) as ProblemDetails)
      return (await response.json()) as OutputOf<C>
    },
  }
  return visitor
}

/** Waits for a refusal and hands it over; anything else fails the test. */
export async function problemOf(asked: Promise<unknown>): Promise<ProblemDetails> {
  try {
    await asked
  } catch (error) {
    if (error instanceof ProblemAnswer) return error.problem
    throw error
  }
  throw new Error('was not refused')
}
