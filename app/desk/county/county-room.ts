import { lazy } from 'react'
import type { DeskRoom } from '#foundation/desk/room.ts'
import { placesWords } from '#places/desk/places-words.ts'
import { dutyWords } from './duty-list/duty-words.ts'
import { rulesWords } from './rules/rules-words.ts'
import { townshipWords } from './township-list/township-words.ts'

const pages = {
  places: '/places',
  dutyList: '/duty-list',
  townshipList: '/township-list',
  rules: '/rules',
  holidays: '/holidays',
} as const

/** Who sends work on or takes it looks up whose duty it is. */
const dutyReaders = ['operator', 'dispatcher', 'handler', 'chief', 'checker']

/** What the county works by: places, duty list, township lists, rules, holidays. Open to every officer, kept by few. */
export const countyRoom: DeskRoom = {
  name: 'county',
  group: 'county',
  routes: [
    {
      path: pages.places,
      title: (language) => placesWords[language].desk.title,
      screen: lazy(async () => ({ default: (await import('./CountyPlaces.tsx')).CountyPlaces })),
    },
    {
      path: pages.dutyList,
      title: (language) => dutyWords[language].title,
      screen: lazy(async () => ({
        default: (await import('./duty-list/DutyListPage.tsx')).DutyListPage,
      })),
    },
    {
      path: pages.townshipList,
      title: (language) => townshipWords[language].title,
      screen: lazy(async () => ({
        default: (await import('./township-list/TownshipListPage.tsx')).TownshipListPage,
      })),
    },
    {
      path: pages.rules,
      title: (language) => rulesWords[language].rules.title,
      screen: lazy(async () => ({ default: (await import('./rules/RulesPage.tsx')).RulesPage })),
    },
    {
      path: pages.holidays,
      title: (language) => rulesWords[language].holidays.title,
      screen: lazy(async () => ({
        default: (await import('./rules/HolidaysPage.tsx')).HolidaysPage,
      })),
    },
  ],
  pages: (language, holds) => {
    const keeps = holds('leader') || holds('systemAdmin')
    const labels = {
      dutyList: dutyWords[language].title,
      townshipList: townshipWords[language].title,
      rules: rulesWords[language].rules.title,
      holidays: rulesWords[language].holidays.title,
      places: placesWords[language].desk.title,
    }
    const mine = [
      ...(keeps || dutyReaders.some(holds) ? (['dutyList', 'townshipList'] as const) : []),
      ...(keeps ? (['rules', 'holidays', 'places'] as const) : []),
    ]
    return mine.map((key) => ({ key, label: labels[key], href: pages[key] }))
  },
}
