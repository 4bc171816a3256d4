import type { InputOf } from '#foundation/contract.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { listDivisions } from '../contract.ts'
import { statisticalScheme } from '../rules.ts'

const seldom = { freshSeconds: 300 }

/** How a township or village of the county is named, "青石镇柳河社区", by its code; undefined while that is not known. */
export function useDivisionName(county: number, code: string | undefined): string | undefined {
  const asked = code !== undefined
  const townships = useAsk(listDivisions, { county }, { ...seldom, when: asked }).data?.divisions
  const named = (list: typeof townships, of: string | null | undefined) =>
    list?.find((division) => division.code === of)?.name
  const parent =
    townships && asked
      ? statisticalScheme.parentOf(code, (one) => named(townships, one) !== undefined)
      : null
  const below: InputOf<typeof listDivisions> = parent ? { county, parent } : { county }
  const villages = useAsk(listDivisions, below, { ...seldom, when: parent !== null }).data
  const own = named(townships, code)
  const village = named(villages?.divisions, code)
  return own ?? (village && `${named(townships, parent) ?? ''}${village}`)
}
