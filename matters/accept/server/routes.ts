import { findPersonalData, maskPersonalData } from '#foundation/personal-data.ts'
import { actWithin } from '#matters/matter/server/act.ts'
import { filesOfMatter } from '#matters/matter/server/files.ts'
import { scopeOf } from '#people/guard.ts'
import { guarded, type Route, route } from '#people/server/route.ts'
import { filesOf, preview, readIdentity, record, submit } from '../contract.ts'
import { join, leave, listJoined, readVoices } from '../joins-contract.ts'
import { openIdentity } from './identity.ts'
import { answerJoined, answerVoices, joinMatter, leaveMatter } from './joins.ts'
import { recordMatter, submitMatter } from './record.ts'
import type { Acceptance } from './submit.ts'

/** The doors of accepting that are not plain acts. */
export function acceptRoutes(acceptance: Acceptance): Route[] {
  const { engine, seal } = acceptance
  return [
    route(submit, (input, asked) => submitMatter(acceptance, input, asked)),
    route(join, (input, asked) => joinMatter(acceptance, input, asked)),
    route(leave, (input, asked) => leaveMatter(acceptance, input, asked)),
    route(readVoices, (input, asked) => answerVoices(acceptance, input, asked)),
    route(listJoined, (_, asked) => answerJoined(acceptance, asked)),
    route(record, (input, asked) => recordMatter(acceptance, input, asked)),
    route(preview, async ({ words }) => ({
      masked: maskPersonalData(words),
      found: findPersonalData(words),
    })),
    route(readIdentity, async (input, { by, now, actId }) => {
      const county = await engine.countyOf(by.county, now)
      return engine.database.within(scopeOf(by), async (sql) => {
        await actWithin(engine, county, 'readIdentity', input, { by, now, sql, actId })
        return openIdentity(seal, sql, by.county, input.matter)
      })
    }),
    guarded(engine.database, filesOf, async ({ matter }, { by, sql }) => {
      const seen =
        by.kind === 'officer'
          ? ['inside', 'resident', 'public']
          : by.kind === 'public'
            ? ['public']
            : ['resident', 'public']
      const files = await filesOfMatter(sql, by.county, matter)
      return files
        .filter((file) => seen.includes(file.audience))
        .map(({ hash, type, size, at, stage }) => ({
          hash,
          type,
          size,
          at: at.toISOString(),
          stage,
        }))
    }),
  ]
}
