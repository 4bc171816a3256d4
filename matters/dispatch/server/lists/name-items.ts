import type { Language } from '#foundation/languages.ts'
import type { Sql } from '#foundation/server/database.ts'
import { readOfficeNames } from '#people/server/office-names.ts'
import type { DutyItem, DutyItemView, TownshipItem, TownshipItemView } from '../../model.ts'

/** How items are shown: with the names of their offices in the reader's language. */
export type Naming = {
  readonly duty: (item: DutyItem) => DutyItemView
  readonly township: (item: TownshipItem) => TownshipItemView
}

export async function readNaming(sql: Sql, county: number, language: Language): Promise<Naming> {
  const offices = await readOfficeNames(sql, county)
  const nameOf = (id: string) => {
    const office = offices.get(id)
    return (language === 'en' ? office?.nameEn : office?.name) ?? ''
  }
  return {
    duty: (item) => ({
      ...item,
      leadName: nameOf(item.lead),
      assistingOffices: item.assisting.map((id) => ({ id, name: nameOf(id) })),
    }),
    township: (item) => ({ ...item, departmentName: item.department && nameOf(item.department) }),
  }
}
