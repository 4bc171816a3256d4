import { type Refusal, refuse, unless } from '#foundation/refusal.ts'
import { isTimeZone } from '#foundation/time-zone.ts'
import type { ServedCounty } from '../model.ts'
import { registerCode, statisticalScheme } from '../rules.ts'
import { putCountyRow } from './store-set-up.ts'

const numberMax = 999_999_999

function whyNotCounty({ county, code, name, timeZone }: ServedCounty): Refusal | null {
  const wrong = (field: string) =>
    refuse('places.countyWrong', 'invalid', { field, values: { field } })
  if (!Number.isSafeInteger(county) || county < 1 || county > numberMax) return wrong('number')
  if (statisticalScheme.levelOf(code) === null) return wrong('code')
  if (name.trim() === '') return wrong('name')
  return isTimeZone(timeZone) ? null : wrong('timeZone')
}

/**
 * Enters a county this installation shall serve, or corrects what is told of it; the same again changes nothing.
 * @param ownerUrl connects as the owner of the store: no running server may do this
 * @throws Refused naming the field that is wrong
 */
export async function putCounty(
  ownerUrl: string,
  told: ServedCounty,
): Promise<'added' | 'changed' | 'unchanged'> {
  const county = { ...told, code: registerCode(told.code) }
  unless(whyNotCounty(county))
  return putCountyRow(ownerUrl, county)
}
