import { ask } from '#foundation/desk/ask.ts'
import type { DeskRoom } from '#foundation/desk/room.ts'
import { offices } from '#people/contract.ts'
import { listDivisions } from '#places/contract.ts'
import { words } from '../../words.ts'

const mostFound = 6

/** The command box leads from a place to its matters. */
export const placesRoom: DeskRoom = {
  name: 'places',
  group: 'county',
  routes: [],
  findHeading: (language) => words[language].matter.desk.column.place,
  find: async (text, { county, signal }) => {
    const { divisions } = await ask(listDivisions, { county, name: text }, signal)
    return divisions.slice(0, mostFound).map(({ code, name }) => ({
      key: code,
      label: name,
      href: `/matters?division=${code}`,
    }))
  },
}

/** And from an office to what it has in hand. */
export const officesRoom: DeskRoom = {
  name: 'offices',
  group: 'county',
  routes: [],
  findHeading: (language) => words[language].matter.desk.list.office,
  find: async (text, { language, signal }) => {
    const found = (await ask(offices, {}, signal)).offices.filter(({ name, nameEn }) =>
      `${name} ${nameEn}`.toLowerCase().includes(text),
    )
    return found.slice(0, mostFound).map(({ id, name, nameEn, duties }) => ({
      key: id,
      label: language === 'en' ? nameEn : name,
      about: duties ?? undefined,
      href: `/matters?office=${id}`,
    }))
  },
}
