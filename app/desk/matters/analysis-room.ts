import { lazy } from 'react'
import type { DeskRoom } from '#foundation/desk/room.ts'
import { hotWords } from '#matters/analyse/desk/hot/hot-words.ts'
import { knowledgeWords } from '#matters/analyse/desk/knowledge/knowledge-words.ts'
import { spikesWords } from '#matters/analyse/desk/spikes/spikes-words.ts'

const pages = {
  hot: '/hot-issues',
  knowledge: '/knowledge',
  spikes: '/spikes',
  proposals: '/proposals',
} as const

/** Whoever answers, sends on or handles what people ask looks it up. */
const knowledgeReaders = ['operator', 'dispatcher', 'handler', 'chief', 'checker', 'leader']
/** Whoever receives and sends on what many residents bring; an office finds there what it leads. */
const hotReaders = ['operator', 'dispatcher', 'leader', 'handler', 'chief']
/** Whoever steers the whole county's work. */
const spikeReaders = ['dispatcher', 'leader']

/** What the county has learnt: the answers it keeps, what stands out, what is about to return. */
export const analysisRoom: DeskRoom = {
  name: 'analysis',
  routes: [
    {
      path: pages.hot,
      title: (language) => hotWords[language].desk.title,
      screen: lazy(async () => ({
        default: (await import('#matters/analyse/desk/hot/HotIssuesPage.tsx')).HotIssuesPage,
      })),
    },
    {
      path: pages.spikes,
      title: (language) => spikesWords[language].spikes.title,
      screen: lazy(async () => ({
        default: (await import('#matters/analyse/desk/spikes/SpikesPage.tsx')).SpikesPage,
      })),
    },
    {
      path: pages.proposals,
      title: (language) => spikesWords[language].proposals.title,
      screen: lazy(async () => ({
        default: (await import('#matters/analyse/desk/spikes/ProposalsPage.tsx')).ProposalsPage,
      })),
    },
    {
      path: pages.knowledge,
      title: (language) => knowledgeWords[language].desk.title,
      screen: lazy(async () => ({
        default: (await import('#matters/analyse/desk/knowledge/KnowledgePage.tsx')).KnowledgePage,
      })),
    },
  ],
  pages: (language, holds) => {
    const labels = {
      hot: hotWords[language].desk.title,
      spikes: spikesWords[language].spikes.title,
      proposals: spikesWords[language].proposals.title,
      knowledge: knowledgeWords[language].desk.title,
    }
    const mine = [
      ...(hotReaders.some(holds) ? (['hot'] as const) : []),
      ...(spikeReaders.some(holds) ? (['spikes', 'proposals'] as const) : []),
      ...(knowledgeReaders.some(holds) ? (['knowledge'] as const) : []),
    ]
    return mine.map((key) => ({ key, label: labels[key], href: pages[key] }))
  },
}
