import type { Deed } from '#matters/matter/server/deed.ts'
import { feedBackDeed } from './feed-back.ts'
import type { Handling } from './handling.ts'
import { solveOnSpotDeed } from './solve-on-spot.ts'
import { assistDeed, contactDeed, noteDeed, signDeed } from './work.ts'

/** The acts of handling 处置. */
export function handleDeeds(handling: Handling): Deed[] {
  return [
    signDeed,
    contactDeed,
    noteDeed(handling),
    assistDeed(handling),
    feedBackDeed(handling),
    solveOnSpotDeed(handling),
  ]
}
