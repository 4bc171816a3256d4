import { findingStories } from './matters-findings.ts'
import { homeStories } from './matters-homes.ts'
import { hotStories } from './matters-hot.ts'
import { livelihoodStories } from './matters-livelihood.ts'
import type { Story } from './matters-story.ts'
import { streetStories } from './matters-streets.ts'
import { trafficStories } from './matters-traffic.ts'
import { villageStories } from './matters-villages.ts'

/** Every matter of the invented county. */
export const demoStories: readonly Story[] = [
  ...streetStories,
  ...homeStories,
  ...trafficStories,
  ...livelihoodStories,
  ...villageStories,
  ...findingStories,
  ...hotStories,
]
