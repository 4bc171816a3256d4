import type { Units } from '../text/units.ts'

const mostPieces = 5
const longestPiece = 20
/** Units that speak less than this part of the loudest one are not shown. */
const audible = 0.15

type Piece = { readonly text: string; readonly voice: number }

/** A single Chinese character says nothing to a reader; a word of another script does. */
const isPiece = (text: string) => text.length > 1 && /[\p{L}\p{N}]/v.test(text)

/**
 * The pieces of a text that spoke for something, the loudest first, at most five: units that stand together and all
 * speak are shown as one piece.
 * @param written the text the units were cut from, or one of the same length that reads better
 * @param voices beside each unit: how much it speaks; below zero it speaks against
 */
export function speakingPieces(written: string, units: Units, voices: Float64Array): string[] {
  let loudest = 0
  for (let i = 0; i < units.count; i += 1) loudest = Math.max(loudest, voices[i] ?? 0)
  const speaks = (i: number) => (voices[i] ?? 0) > 0 && (voices[i] ?? 0) >= audible * loudest
  const pieces: Piece[] = []
  for (let first = 0; first < units.count; ) {
    let [end, voice] = [first, 0]
    while (end < units.count && speaks(end) && units.clauses[end] === units.clauses[first]) {
      voice += voices[end] ?? 0
      end += 1
    }
    const text = written.slice(units.from[first], units.to[Math.max(first, end - 1)])
    if (end > first && isPiece(text.trim()))
      pieces.push({ text: text.replace(/\s+/g, ' ').slice(0, longestPiece), voice })
    first = Math.max(end, first + 1)
  }
  const said: string[] = []
  for (const { text } of pieces.sort((a, b) => b.voice - a.voice)) {
    if (said.length >= mostPieces) break
    if (!said.some((louder) => louder.includes(text))) said.push(text)
  }
  return said
}
