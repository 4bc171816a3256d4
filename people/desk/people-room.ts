import { lazy } from 'react'
import type { DeskRoom } from '#foundation/desk/room.ts'
import type { Both } from '#foundation/screens/words.ts'
import { en } from '../en.ts'
import { zh } from '../zh-CN.ts'

const words: Both<typeof zh> = { 'zh-CN': zh, en }

/** Who there is: the own account for everybody, offices to look up, and the trades of three administrators. */
export const peopleRoom: DeskRoom = {
  name: 'people',
  routes: [
    {
      path: '/account',
      title: (language) => words[language].account.title,
      screen: lazy(async () => ({
        default: (await import('./account/AccountPage.tsx')).AccountPage,
      })),
    },
  ],
  pages: () => [],
}
