import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '#foundation/server/embedded-postgres.ts'
import { settleHome } from '#foundation/server/embedded-postgres-home.ts'
import { migrate } from '#foundation/server/migrate.ts'

/** A store of its own for one run, with the settings of production: durable, every commit on disk. */
export type BenchStore = {
  /** Connects as the owner. */
  readonly url: string
  readonly dataDir: string
  /** The process all of PostgreSQL's others descend from. */
  readonly postmaster: number
  /** Stops it and removes every trace. */
  close(): Promise<void>
}

/** Starts a store in a temporary folder and brings it to the newest shape. */
export async function openBenchStore(say: (line: string) => void): Promise<BenchStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  // PostgreSQL runs as another account when we are root, and must get in.
  chmodSync(dataDir, 0o755)
  const { base, cluster } = settleHome(dataDir)
  const remove = () => {
    for (const folder of [base, dataDir]) rmSync(folder, { recursive: true, force: true })
  }
  try {
    const running = await startPostgres({ dataDir, durable: true, say })
    const close = () => running.stop().then(remove)
    try {
      await migrate(running.url, { say })
    } catch (error) {
      await close()
      throw error
    }
    const [pid] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { url: running.url, dataDir, postmaster: Number(pid), close }
  } catch (error) {
    remove()
    throw error
  }
}
