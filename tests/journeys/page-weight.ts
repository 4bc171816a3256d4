import { get, type IncomingMessage } from 'node:http'

/** Asks for a page as a phone does, compressed, and counts what comes over the line. */
async function weigh(address: string, cookie: string): Promise<{ bytes: number; type: string }> {
  const headers = { 'accept-encoding': 'br, gzip', cookie }
  const response = await new Promise<IncomingMessage>((done, fail) => {
    get(address, { headers }, done).on('error', fail)
  })
  let bytes = JSON.stringify(response.rawHeaders).length
  for await (const piece of response) bytes += (piece as Buffer).length
  return { bytes, type: response.headers['content-type'] ?? '' }
}

/** Bytes of a page with its stylesheets, headers included: what a first visit costs before any picture. */
export async function pageWeight(
  origin: string,
  path: string,
  stylesheets: readonly string[],
  cookie: string,
): Promise<number> {
  const parts = [path, ...stylesheets].map((one) => weigh(new URL(one, origin).href, cookie))
  return (await Promise.all(parts)).reduce((sum, { bytes }) => sum + bytes, 0)
}
