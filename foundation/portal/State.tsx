import type { ReactNode } from 'react'
import { Mark } from '../screens/Mark.tsx'
import type { Tone } from '../screens/tone.ts'

type StateProps = {
  tone: Tone
  /** A whole sentence: "县住建局正在处理，最晚 11 月 28 日 17:30 前答复". */
  sentence: string
  children?: ReactNode
}

/** How a matter stands, first thing on its page. */
export function State({ tone, sentence, children }: StateProps) {
  return (
    <div className={`state tone-${tone}`}>
      <p className="state-sentence">
        <Mark tone={tone} />
        {sentence}
      </p>
      {children}
    </div>
  )
}
