import { dropDraft, keepDraft } from './draft.ts'
import { enhancePhotos } from './photos.ts'
import { enhancePlace } from './place.ts'

/**
 * Comfort for browsers that run scripts. Every page is complete without it: nothing here is the only way to anything,
 * and nothing it adds is shown where it does not run.
 */
const enhancements: Readonly<Record<string, (host: HTMLElement) => void>> = {
  place: enhancePlace,
  photos: enhancePhotos,
  draft: keepDraft,
  sent: dropDraft,
}

for (const host of document.querySelectorAll<HTMLElement>('[data-enhance]')) {
  // Each on its own: what fails in one browser takes nothing else along.
  queueMicrotask(() => enhancements[host.dataset.enhance ?? '']?.(host))
}
