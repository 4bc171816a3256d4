import type { Contract, InputOf, OutputOf } from '../contract.ts'
import { type Language, languages } from '../languages.ts'
import { screenWords } from '../screens/words.ts'

/** What the server said instead of an answer (RFC 9457), or what the desk says when no answer came. */
export class ProblemError extends Error {
  /** HTTP status; 0 when the server was not reached. */
  readonly status: number
  /** A sentence for the reader: what to do. */
  readonly detail: string
  /** Key of the refusal, `<room>.<name>`; null when there is none. */
  readonly refusal: string | null
  /** Dotted path of the input field to blame. */
  readonly field: string | null
  readonly values: Readonly<Record<string, string | number>>

  constructor(problem: Pick<ProblemError, 'status' | 'detail'> & Partial<ProblemError>) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.status = problem.status
    this.detail = problem.detail
    this.refusal = problem.refusal ?? null
    this.field = problem.field ?? null
    this.values = problem.values ?? {}
  }
}

/** The language the screen is in just now; the server answers refusals in it. */
export function pageLanguage(): Language {
  return languages.find((language) => language === document.documentElement.lang) ?? 'zh-CN'
}

function textOf(value: unknown): string[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.flatMap(textOf) : [String(value)]
}

/** Path parts `:name` are taken out of the input; what is left travels as query string or body. */
export function addressOf(contract: Contract, input: Record<string, unknown>) {
  const rest = { ...input }
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    if (value === undefined || value === null || value === '') {
      throw new Error(`${contract.name} was asked without ${name}`)
    }
    return encodeURIComponent(String(value))
  })
  const query = new URLSearchParams()
  if (contract.kind === 'query') {
    for (const [name, value] of Object.entries(rest)) {
      for (const text of textOf(value)) query.append(name, text)
    }
  }
  const search = query.size > 0 ? `?${query}` : ''
  return { url: `/api/v1${path}${search}`, rest }
}

type ProblemDetails = {
  detail?: string
  reason?: string
  field?: string
  values?: Readonly<Record<string, string | number>>
}

/** What an answer that is none says. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const { network } = screenWords[pageLanguage()]
  const told = (await response.json().catch(() => ({}))) as ProblemDetails
  return new ProblemError({
    status: response.status,
    detail: told.detail ?? `${network.strange}（${response.status}）`,
    refusal: told.reason ?? null,
    field: told.field ?? null,
    values: told.values ?? {},
  })
}

/**
 * Asks the server what a contract promises. Throws `ProblemError` for every refusal, and for a network that is down
 * with a sentence saying that nothing is lost.
 */
export async function ask<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  signal?: AbortSignal,
): Promise<OutputOf<C>> {
  const { url, rest } = addressOf(contract, (input ?? {}) as Record<string, unknown>)
  const language = pageLanguage()
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': language,
  }
  const request: RequestInit = { method: 'GET', headers, credentials: 'same-origin' }
  if (signal) request.signal = signal
  if (contract.kind === 'command') {
    headers['content-type'] = 'application/json'
    request.method = 'POST'
    request.body = JSON.stringify(rest)
  }
  let response: Response
  try {
    response = await fetch(url, request)
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ProblemError({ status: 0, detail: screenWords[language].network.detail })
  }
  if (!response.ok) throw await problemOf(response)
  try {
    return (await response.json()) as OutputOf<C>
  } catch {
    throw new ProblemError({ status: 502, detail: screenWords[language].network.strangeDetail })
  }
}
