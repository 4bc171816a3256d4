import { maskPersonalData } from '#foundation/personal-data.ts'
import { minutesOn } from '#foundation/rules-with-citations.ts'
import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { amend } from '../contract.ts'
import { amendedParts, publicTitleFrom, titleFrom, whyNotAmend } from '../rules.ts'
import { keptPlace } from './place.ts'

/**
 * Puts right what was said, while nobody has worked with it. The former words stay in the record for the offices, since
 * the record is never rewritten; the resident reads what was corrected, not how.
 */
export const amendDeed: Deed = deed({
  verb: 'amend',
  contract: amend,
  whyNot: ({ matter, county }, input, { now }) =>
    whyNotAmend(
      matter,
      input,
      minutesOn(county.rules, 'window.receiptEdit', county.dayOf(now)),
      now,
    ),
  apply: async ({ matter, county }, input, moment) => {
    const changed = amendedParts(matter, input)
    const words = input.words?.trim() ?? matter.words
    // A title somebody wrote stays; one that was made from the words follows them.
    const title = matter.title === titleFrom(matter.words) ? titleFrom(words) : matter.title
    const { place } = input
    const { division, placeText, lon, lat } = matter
    return {
      change: {
        words,
        title,
        publicWords: maskPersonalData(words),
        publicTitle: publicTitleFrom(title, words),
        ...(place ? await keptPlace(county, place, moment) : {}),
        ...(place?.lon === undefined ? {} : { datum: place.datum ?? 'WGS84' }),
      },
      body: {
        changed,
        ...(changed.includes('words') ? { wordsBefore: matter.words } : {}),
        ...(changed.includes('place')
          ? { placeBefore: { division, text: placeText, lon, lat } }
          : {}),
      },
      shown: { changed },
    }
  },
})
