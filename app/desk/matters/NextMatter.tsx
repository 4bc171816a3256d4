import { useShortcut } from '#foundation/desk/keys/shortcuts.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { fill } from '#foundation/languages.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { MatterRow } from '#matters/matter/desk/view.ts'

type NextMatterProps = {
  /** Null at the end of the list. */
  row: MatterRow | null
  onOpen: (number: string) => void
  onList: () => void
}

/** After something was done: the row that comes next, one key away. */
export function NextMatter({ row, onOpen, onList }: NextMatterProps) {
  const { pane } = useMatterWords().desk
  const label = row ? fill(pane.next, { title: row.title }) : pane.toList
  const run = () => (row ? onOpen(row.number) : onList())
  useShortcut({ keys: 'n', label, group: 'here', run })
  return (
    <div className="next-matter">
      {row ? null : <p role="status">{pane.allDone}</p>}
      <Button keyHint="n" onPress={run} autoFocus>
        <span className="next-matter-title">{label}</span>
      </Button>
    </div>
  )
}
