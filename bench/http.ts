import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** What came back; unpacked only when it is read, since that is no work of the server's. */
export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: number
  text(): string
}

/** One person at one browser, or one program. */
export type Visitor = {
  get(path: string): Promise<Answer>
  post(path: string, input: object): Promise<Answer>
}

/** How a visitor comes: `cookie` signs in, `encodings` is what browsers say they can unpack. */
export type Manner = { readonly cookie?: string; readonly encodings?: string }

/** Open connections to one server, shared by all visitors as a proxy would. */
export type Line = { visitor(manner?: Manner): Visitor; close(): void }

/** What every browser of today says of itself. */
export const browserEncodings = 'gzip, deflate, br'

const timeoutMilliseconds = 60_000

function unpack(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}

/** Opens a line of at most so many connections, kept alive. */
export function openLine(address: string, connections: number): Line {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections })

  function send(manner: Manner, method: string, path: string, input?: object): Promise<Answer> {
    const body = input === undefined ? null : JSON.stringify(input)
    const headers: Record<string, string> = {}
    if (manner.cookie !== undefined) headers.cookie = manner.cookie
    if (manner.encodings !== undefined) headers['accept-encoding'] = manner.encodings
    if (body !== null) {
      headers['content-type'] = 'application/json'
      headers['content-length'] = String(Buffer.byteLength(body))
    }
    return new Promise((resolve, reject) => {
      const asked = request({ agent, hostname, port, method, path, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const whole = Buffer.concat(parts)
          const encoding = answer.headers['content-encoding']
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            bytes: whole.length,
            text: () => unpack(whole, encoding),
          })
        })
      })
      asked.setTimeout(timeoutMilliseconds, () => asked.destroy(new Error('no answer in time')))
      asked.on('error', reject)
      asked.end(body ?? undefined)
    })
  }

  return {
    visitor: (manner = {}) => ({
      get: (path) => send(manner, 'GET', path),
      post: (path, input) => send(manner, 'POST', path, input),
    }),
    close: () => agent.destroy(),
  }
}

/** The JSON of an answer. @throws Error with what the server said when it refused */
export function read<T>(answer: Answer): T {
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${answer.status} ${answer.text().slice(0, 300)}`)
  return JSON.parse(answer.text()) as T
}
