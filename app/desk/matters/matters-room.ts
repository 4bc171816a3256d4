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

/** The queues, the list of all matters, and every matter at an address of its own. */
export const mattersRoom: DeskRoom = {
  name: 'matters',
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
  ],
  pages: (language) => [
    { key: 'matters', label: words[language].matter.desk.list.all, href: '/matters' },
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
