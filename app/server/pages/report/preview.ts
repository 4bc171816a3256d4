import { findPersonalData, maskPersonalData } from '#foundation/personal-data.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { publicTitleFrom, titleFrom } from '#matters/accept/rules.ts'
import { similarInCounty } from '#matters/analyse/contract.ts'
import type { State } from '#matters/matter/model.ts'
import type { ReportProps, ReportValues } from '../../../portal/pages/ReportPage.tsx'
import type { Piece } from '../../../portal/parts/MaskedWords.tsx'
import { textOf } from '../../../words.ts'
import type { Portal, Visit } from '../page.ts'
import { placeName, placesOf } from '../places/place-book.ts'
import { toneOf } from '../status/standing.ts'
import { withoutEmpty } from './said.ts'

/** A text in pieces as others will read it; masking keeps every sign in its place. */
export function piecesOf(text: string, nameOf: (kind: string) => string): Piece[] {
  const masked = maskPersonalData(text)
  const pieces: Piece[] = []
  let done = 0
  for (const { from, to, kind } of findPersonalData(text)) {
    pieces.push({ text: masked.slice(done, from) })
    pieces.push({ text: masked.slice(from, to), hidden: nameOf(kind) })
    done = to
  }
  pieces.push({ text: masked.slice(done) })
  return pieces.filter((piece) => piece.text !== '')
}

/** The first pieces of a text, as far as its title goes. */
function titlePiecesOf(pieces: readonly Piece[], title: string): Piece[] {
  const isCut = title.endsWith('…')
  let left = title.length - (isCut ? 1 : 0)
  const taken = pieces.flatMap((piece) => {
    const text = piece.text.slice(0, left)
    left -= text.length
    return text === '' ? [] : [{ ...piece, text }]
  })
  return isCut ? [...taken, { text: '…' }] : taken
}

/** What the public will see of the words, and which published matters may be the same. */
export async function previewOf(
  portal: Portal,
  { county, asked }: Visit,
  values: ReportValues,
): Promise<Pick<ReportProps, 'preview' | 'similar'>> {
  const { language } = asked.by
  const now = asked.now.toISOString()
  const text = values.words?.trim() ?? ''
  const nameOf = (kind: string) => textOf(language, `accept.personalData.${kind}`)
  const [similar, places] = await Promise.all([
    portal.ask(
      similarInCounty,
      withoutEmpty({ county: county.county, words: text, division: values.division }),
      asked,
    ),
    portal.house.database.shared((sql) => placesOf(sql, county.county, asked.now)),
  ])
  const words = piecesOf(text, nameOf)
  return {
    preview: {
      title: titlePiecesOf(words, publicTitleFrom(titleFrom(text), text)),
      words,
      hidden: [...new Set(words.flatMap(({ hidden }) => hidden ?? []))],
    },
    similar: similar.map(({ number, title, state, division, placeText, receivedAt }) => ({
      href: `/matters/${number}`,
      title,
      about: [
        [placeName(places, division), placeText].filter(Boolean).join(' '),
        sayDay(receivedAt, language, now),
      ].filter(Boolean),
      state: {
        tone: toneOf({ state: state as State, flags: [], dueAt: null }, now),
        word: textOf(language, `matter.state.${state}`),
      },
    })),
  }
}
