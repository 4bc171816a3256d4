import { type Refusal, Refused, refuse } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import { registerCode } from '#places/rules.ts'
import { locate } from '#places/server/locate.ts'
import { answerDivisions, pathsOf } from '#places/server/queries.ts'
import type { ImportMapping } from '../../import-mapping.ts'
import type { ImportRow } from '../../import-mapping-row.ts'

/** Where a row lies, as far as the county's places know it. */
export type RowPlace = {
  readonly division: string | null
  readonly grid: string | null
  readonly placeText: string
  readonly troubles: readonly Refusal[]
}

type Places = {
  readonly county: number
  readonly code: string
  readonly datum: ImportMapping['datum']
  readonly now: Date
  readonly dayOf: (moment: Date) => Day
}

/** Finds the places of rows; what a code or a name means is looked up once for the whole file. */
export function openRowPlaces({ county, code, datum, now, dayOf }: Places) {
  const known = new Map<string, Promise<string | null>>()
  const once = (key: string, find: () => Promise<string | null>) => {
    const found = known.get(key) ?? find()
    known.set(key, found)
    return found
  }

  async function byCode(sql: Sql, told: string): Promise<string | null> {
    const asked = registerCode(told)
    const paths = await pathsOf(sql, [asked], dayOf(now))
    return paths.get(asked)?.some((division) => division.code === code) ? asked : null
  }

  /** Two villages of one name are told apart by nobody here. */
  async function byName(sql: Sql, name: string): Promise<string | null> {
    try {
      const { divisions } = await answerDivisions({ county, name }, { sql, now })
      const same = divisions.filter((division) => division.name === name)
      return same.length === 1 ? (same[0]?.code ?? null) : null
    } catch (error) {
      if (error instanceof Refused) return null
      throw error
    }
  }

  return async function placeOf(sql: Sql, row: ImportRow): Promise<RowPlace> {
    const { division: told, divisionName: name, point, placeText } = row
    const found =
      (told && (await once(`code ${told}`, () => byCode(sql, told)))) ||
      (name && (await once(`name ${name}`, () => byName(sql, name)))) ||
      null
    const located =
      point && datum ? await locate(sql, county, { ...point, datum }, dayOf(row.receivedAt)) : {}
    const lost = found === null ? name || told : ''
    return {
      division: found ?? located.division?.code ?? null,
      grid: located.grid?.code ?? null,
      placeText:
        lost !== '' && !placeText.includes(lost) ? `${lost} ${placeText}`.trim() : placeText,
      troubles:
        lost === ''
          ? []
          : [
              refuse('import.divisionUnknown', 'invalid', {
                field: name ? 'divisionName' : 'division',
                values: { value: lost },
              }),
            ],
    }
  }
}
