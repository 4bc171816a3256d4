import { lazy } from 'react'
import type { DeskRoom } from '#foundation/desk/room.ts'
import { analyseWords } from '#matters/analyse/desk/analyse-words.ts'
import { hotWords } from '#matters/analyse/desk/hot/hot-words.ts'
import { knowledgeWords } from '#matters/analyse/desk/knowledge/knowledge-words.ts'
import { spikesWords } from '#matters/analyse/desk/spikes/spikes-words.ts'

const pages = {
  hot: '/hot-issues',
  knowledge: '/knowledge',
  spikes: '/spikes',
  proposals: '/proposals',
  models: '/models',
} as const

/** Whoever answers, sends on or handles what people ask looks it up. */
const knowledgeReaders = ['operator', 'dispatcher', 'handler', 'chief', 'checker', 'leader']
/** Whoever receives and sends on what many residents bring; an office finds there what it leads. */
const hotReaders = ['operator', 'dispatcher', 'leader', 'handler', 'chief']
/** Whoever steers the whole county's work. */
const spikeReaders = ['dispatcher', 'leader']

/** Whoever answers for what the house suggests. */
const modelReaders = ['leader', 'systemAdmin']

/** What the county has learnt: the answers it keeps, what stands out, what is about to return. */
export const analysisRoom: DeskRoom = {
  name: 'analysis',
  group: 'analysis',
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
      path: pages.models,
      title: (language) => analyseWords[language].learning.title,
      screen: lazy(async () => ({
        default: (await import('#matters/analyse/desk/learn/ModelsPage.tsx')).ModelsPage,
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
      models: analyseWords[language].learning.title,
    }
    const mine = [
      ...(hotReaders.some(holds) ? (['hot'] as const) : []),
      ...(spikeReaders.some(holds) ? (['spikes', 'proposals'] as const) : []),
      ...(knowledgeReaders.some(holds) ? (['knowledge'] as const) : []),
      ...(modelReaders.some(holds) ? (['models'] as const) : []),
    ]
    return mine.map((key) => ({ key, label: labels[key], href: pages[key] }))
  },
}
