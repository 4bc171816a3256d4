// A process of its own that serves the house, so that its CPU and memory are counted apart. Told what to do, and
// telling where it listens, by messages.
import { openServer } from '#app/server/server.ts'
import { recordStatements } from './transcript.ts'

/** What the server is asked to be. With `record` it can tell every statement it sent. */
export type Serving = {
  readonly databaseUrl: string
  readonly dataDir: string
  readonly record: boolean
}
export type ToServer = { readonly serve: Serving } | { readonly tell: 'transcript' }

const answer = (message: object) => process.send?.(message)

async function serve({ databaseUrl, dataDir, record }: Serving): Promise<void> {
  const transcript = record ? recordStatements() : null
  const { address, close } = await openServer({
    databaseUrl,
    dataDir,
    port: 0,
    host: '127.0.0.1',
    say: () => {},
  })
  process.on('message', (message: ToServer) => {
    if ('tell' in message) answer({ transcript: transcript?.take() ?? [] })
  })
  // The benchmark has ended, in whatever way.
  process.on('disconnect', () => void close().finally(() => process.exit(0)))
  answer({ address })
}

process.once('message', (message: ToServer) => {
  if ('serve' in message) void serve(message.serve)
})
