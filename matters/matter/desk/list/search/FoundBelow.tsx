import { Marked } from '#foundation/screens/Marked.tsx'
import { useMatterWords } from '../../matter-words.ts'
import type { MatterRow } from '../../view.ts'

/** Under a row that was searched for: where the words stand, and what was replied. */
export function FoundBelow({ found }: { found: NonNullable<MatterRow['found']> }) {
  const { list } = useMatterWords().desk
  const { words, reply } = found
  return (
    <dl className="found">
      {words ? <FoundIn name={list.foundWords} parts={words} /> : null}
      {reply ? <FoundIn name={list.foundReply} parts={reply} /> : null}
    </dl>
  )
}

type FoundInProps = { name: string; parts: Parameters<typeof Marked>[0]['parts'] }

function FoundIn({ name, parts }: FoundInProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Marked parts={parts} />
      </dd>
    </div>
  )
}

/** Nothing to show below: no words were asked for, or the title says it all. */
export const hasBelow = ({ found }: MatterRow): boolean =>
  found !== undefined && (found.words !== null || found.reply !== null)
