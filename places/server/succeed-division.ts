import { unless } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import {
  childrenTaken,
  type Successor,
  statisticalScheme,
  versionOn,
  whyNotSucceed,
} from '../rules.ts'
import {
  childrenOn,
  closeVersion,
  lockNewest,
  moveChildren,
  openVersion,
  versionsOf,
} from './store.ts'

/**
 * Records that a division was replaced on a day by others: renamed codes, splits and mergers alike. For a merger, call
 * it once for each old code with the same successor. A code may be among its own successors (what is left of a split).
 * The register is shared by all counties: run it in a transaction of its own.
 * @throws Refused when the code is unknown or closed, or a subdivision would be left behind
 */
export async function succeedDivision(
  sql: Sql,
  change: { readonly code: string; readonly day: Day; readonly into: readonly Successor[] },
): Promise<void> {
  const { code, day, into } = change
  const division = await lockNewest(sql, code)
  const children = division ? await childrenOn(sql, code, day) : []
  unless(whyNotSucceed(division, children, day, into))
  if (!division) return
  const codes = into.map((successor) => successor.code)
  await closeVersion(sql, division, day, codes)
  const standing = await versionsOf(sql, codes)
  for (const { code: next, name, parent = division.parent } of into) {
    const stands = versionOn(
      standing.filter((version) => version.code === next),
      day,
    )
    // The successor of a merger or an annexed neighbour may already be there.
    if (stands) continue
    const { level } = division
    const kind = statisticalScheme.kindOf(next, name) ?? division.kind
    await openVersion(sql, { code: next, name, level, parent, kind }, day)
  }
  for (const successor of into) {
    const taken = childrenTaken(children, into, successor)
    if (taken.length > 0 && successor.code !== code) {
      await moveChildren(sql, { from: code, to: successor.code, taken, day })
    }
  }
}
