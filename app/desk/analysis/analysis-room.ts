import { lazy } from 'react'
import type { DeskRoom } from '#foundation/desk/room.ts'
import { knowledgeWords } from '#matters/analyse/desk/knowledge/knowledge-words.ts'

const pages = { knowledge: '/knowledge' } as const

/** Whoever answers, sends on or handles what people ask looks it up. */
const knowledgeReaders = ['operator', 'dispatcher', 'handler', 'chief', 'checker', 'leader']

/** What the county has learnt: the answers it keeps. */
export const analysisRoom: DeskRoom = {
  name: 'analysis',
  routes: [
    {
      path: pages.knowledge,
      title: (language) => knowledgeWords[language].desk.title,
      screen: lazy(async () => ({
        default: (await import('#matters/analyse/desk/knowledge/KnowledgePage.tsx')).KnowledgePage,
      })),
    },
  ],
  pages: (language, holds) =>
    knowledgeReaders.some(holds)
      ? [{ key: 'knowledge', label: knowledgeWords[language].desk.title, href: pages.knowledge }]
      : [],
}
