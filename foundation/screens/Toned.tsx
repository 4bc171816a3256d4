import { Mark } from './Mark.tsx'
import type { Tone } from './tone.ts'

/** A few words with their shape and colour: "已超 2 小时". */
export function Toned({ tone, words }: { tone: Tone; words: string }) {
  return (
    <span className={`toned tone-${tone}`}>
      <Mark tone={tone} />
      {words}
    </span>
  )
}
