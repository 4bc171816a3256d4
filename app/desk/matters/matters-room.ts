import { lazy } from 'react'
import { ask } from '#foundation/desk/ask.ts'
import type { DeskRoom, Finding } from '#foundation/desk/room.ts'
import { listMatters } from '#matters/matter/contract.ts'
import { words } from '../../words.ts'

const listScreen = lazy(async () => ({ default: (await import('./ListScreen.tsx')).ListScreen }))
const matterScreen = lazy(async () => ({
  default: (await import('./MatterScreen.tsx')).MatterScreen,
}))

const mostFound = 8

/** Who is rated, and who works on the whole county. */
const ratesReaders = ['operator', 'dispatcher', 'checker', 'leader', 'handler', 'chief']

/** The queues, the list of all matters, and every matter at an address of its own. */
export const mattersRoom: DeskRoom = {
  name: 'matters',
  group: 'matters',
  routes: [
    {
      path: '/queues/$queue',
      title: (language) => words[language].app.desk.queues,
      screen: listScreen,
    },
    {
      path: '/matters',
      title: (language) => words[language].matter.desk.list.all,
      screen: listScreen,
    },
    {
      path: '/matters/$number',
      title: (language) => words[language].matter.desk.pane.matter,
      screen: matterScreen,
    },
    {
      path: '/rates',
      title: (language) => words[language].evaluate.desk.rates.title,
      screen: lazy(async () => ({
        default: (await import('#matters/evaluate/desk/rates/RatesPage.tsx')).RatesPage,
      })),
    },
  ],
  pages: (language, holds) => [
    { key: 'matters', label: words[language].matter.desk.list.all, href: '/matters' },
    ...(ratesReaders.some(holds)
      ? [{ key: 'rates', label: words[language].evaluate.desk.rates.title, href: '/rates' }]
      : []),
  ],
  findHeading: (language) => words[language].matter.desk.pane.matter,
  find: async (text, { language, signal }): Promise<readonly Finding[]> => {
    const { rows } = await ask(listMatters, { words: text, limit: mostFound }, signal)
    return rows.map((row) => ({
      key: row.number,
      label: row.title,
      about: [row.number, words[language].matter.state[row.state], row.divisionName]
        .filter(Boolean)
        .join(' · '),
      href: `/matters/${row.number}`,
    }))
  },
}
