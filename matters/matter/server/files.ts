import { Refused, refuse } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { FileStore } from '#foundation/server/file-store.ts'
import type { Moment } from '#people/server/moment.ts'
import type { EventAudience, FileStage, MatterFile } from '../model.ts'
import { filesOf, writeFile } from './store-files.ts'

/** All that the rooms need of the file store. */
export type KnownFiles = Pick<FileStore, 'openFile'>

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
    const type = known.type ?? 'application/octet-stream'
    const { stage, audience } = to
    await writeFile(sql, by.county, to.matter, to.seq, {
      hash,
      stage,
      type,
      size: known.size,
      at: now,
      audience,
    })
  }
}

/** Files of a matter the guard lets the asker see; the caller narrows by audience. */
export const filesOfMatter = (sql: Sql, county: number, matter: string): Promise<MatterFile[]> =>
  filesOf(sql, county, matter)
