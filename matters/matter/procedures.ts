import { findingProcedure } from './finding.procedure.ts'
import type { Kind } from './model.ts'
import type { Procedure } from './procedure.ts'
import { requestProcedure } from './request.procedure.ts'

/** Every version ever used stays here: a matter keeps the version it began with. */
const all: readonly Procedure[] = [requestProcedure, findingProcedure]

const byName = new Map(
  all.map((procedure) => [`${procedure.kind}/${procedure.version}`, procedure]),
)

/** The procedure a matter began with. Throws for a version this release does not know: that is a broken deployment. */
export function procedureOf(matter: { kind: Kind; procedure: number }): Procedure {
  const found = byName.get(`${matter.kind}/${matter.procedure}`)
  if (!found) throw new Error(`unknown procedure ${matter.kind}/${matter.procedure}`)
  return found
}

/** The procedure new matters of this kind begin with: the newest version. */
export function currentProcedure(kind: Kind): Procedure {
  const versions = all.filter((procedure) => procedure.kind === kind)
  const newest = versions.reduce<Procedure | null>(
    (best, next) => (best && best.version > next.version ? best : next),
    null,
  )
  if (!newest) throw new Error(`no procedure for ${kind}`)
  return newest
}

export const allProcedures = all
