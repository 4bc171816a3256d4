import { join, resolve } from 'node:path'
import { type Database, openDatabase } from '#foundation/server/database.ts'
import { startPostgres } from '#foundation/server/embedded-postgres.ts'
import { migrate } from '#foundation/server/migrate.ts'

/** The folder the program lies in. */
export const programFolder = join(import.meta.dirname, '../..')

/** LINLI_DATA, else `data` beside the program. */
export function dataFolder(): string {
  return process.env.LINLI_DATA ? resolve(process.env.LINLI_DATA) : join(programFolder, 'data')
}

export type CommandStore = {
  readonly database: Database
  /** Connects as the owner. */
  readonly url: string
  close(): Promise<void>
}

/**
 * The store a command works on, brought to the newest shape: DATABASE_URL, else the embedded one of the data folder.
 * A server that is running on it is joined, and goes on when the command leaves.
 * @throws StoreTrouble with a sentence in both languages
 */
export async function openStoreForCommand(say: (line: string) => void): Promise<CommandStore> {
  const given = process.env.DATABASE_URL
  const embedded = given ? null : await startPostgres({ dataDir: dataFolder(), say })
  const url = given || embedded?.url || ''
  try {
    await migrate(url, { say })
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const database = openDatabase(url, { connections: 2 })
  const close = async () => {
    await database.close()
    await embedded?.stop()
  }
  return { database, url, close }
}
