import { Refused, refuse } from '#foundation/refusal.ts'
import type { FileStore } from '#foundation/server/file-store.ts'
import type { Moment } from '#people/server/moment.ts'
import type { EventAudience } from '../model.ts'
import { writeFile } from './store-files.ts'

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
    await writeFile(sql, by.county, to.matter, to.seq, { hash, stage, type, size: known.size, at: now, audience })
  }
}
