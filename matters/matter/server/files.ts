import { Refused, refuse } from '#foundation/refusal.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { FileStore } from '#foundation/server/file-store.ts'
import type { Moment } from '#people/server/moment.ts'
import type { EventAudience } from '../model.ts'

/** All that the rooms need of the file store. */
export type KnownFiles = Pick<FileStore, 'openFile'>

/** Where in a matter's life a file was added. */
export type FileStage = 'report' | 'supplement' | 'before' | 'after' | 'evidence'

/** A file of a matter, as lists show it; the bytes are fetched by hash. */
export type MatterFile = {
  hash: string
  stage: FileStage
  type: string
  size: number
  at: Date
  audience: EventAudience
}

const attach = prepared(
  'matter.attach-file',
  `insert into matter_files (county, matter, hash, seq, stage, type, size, at, audience)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (county, matter, hash) do nothing`,
)
const list = prepared(
  'matter.list-files',
  `select f.hash, f.stage, f.type, f.size, f.at, f.audience from matter_files f
   join matters m on m.county = f.county and m.id = f.matter
   where f.county = $1 and f.matter = $2 order by f.seq, f.hash`,
)

/**
 * Joins stored files to a matter. @throws Refused for a hash that was never uploaded
 */
export async function attachFiles(
  files: KnownFiles,
  { sql, by, now }: Moment,
  to: { matter: string; seq: number; stage: FileStage; audience: EventAudience },
  hashes: readonly string[] | undefined,
): Promise<void> {
  for (const hash of hashes ?? []) {
    const known = await files.openFile(hash)
    if (!known) throw new Refused(refuse('matter.fileUnknown', 'invalid', { field: 'files' }))
    await sql.run(attach, [by.county, to.matter, hash, to.seq, to.stage, known.type ?? 'application/octet-stream', known.size, now, to.audience])
  }
}

/** Files of a matter the guard lets the asker see; the caller narrows by audience. */
export const filesOfMatter = (sql: Sql, county: number, matter: string) => sql.many<MatterFile>(list, [county, matter])
