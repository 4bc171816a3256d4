import { findPersonalData, maskPersonalData } from '#foundation/personal-data.ts'
import { publicTitleFrom, titleFrom } from '#matters/accept/rules.ts'
import type { ReportProps, ReportValues } from '../../../portal/pages/ReportPage.tsx'
import type { Piece } from '../../../portal/parts/MaskedWords.tsx'
import { textOf } from '../../../words.ts'
import type { Visit } from '../page.ts'

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

/** What the public will see of the words. */
export function previewOf(values: ReportValues, { asked }: Visit): ReportProps['preview'] {
  const text = values.words?.trim() ?? ''
  const words = piecesOf(text, (kind) => textOf(asked.by.language, `accept.personalData.${kind}`))
  return {
    title: titlePiecesOf(words, publicTitleFrom(titleFrom(text), text)),
    words,
    hidden: [...new Set(words.flatMap(({ hidden }) => hidden ?? []))],
  }
}
