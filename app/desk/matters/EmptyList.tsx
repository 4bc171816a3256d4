import { Link } from '@tanstack/react-router'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useScreenWords } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { useQueues } from '../frame/use-queues.ts'

type EmptyListProps = {
  queue: string | undefined
  /** Not known yet. */
  pending: boolean
  narrowed: boolean
  /** Signs only, which find nothing. */
  unreadable: boolean
  onClear: () => void
}

/** Nothing to do here: says so, and where there is something. */
export function EmptyList({ queue, pending, narrowed, unreadable, onClear }: EmptyListProps) {
  const { desk, queue: names } = useMatterWords()
  const { empty, list } = desk
  const screen = useScreenWords()
  const { links } = useQueues()
  if (pending) return <p role="status">{screen.loading}</p>
  if (narrowed) {
    return (
      <div role="status">
        <h2>{empty.filtered}</h2>
        <p>{unreadable ? empty.unreadable : empty.filteredDetail}</p>
        <Button onPress={onClear}>{list.clear}</Button>
      </div>
    )
  }
  if (queue === undefined) return <h2>{empty.none}</h2>
  const other = links.find(({ key, count }) => key !== queue && count !== undefined && count > 0)
  const name = (names as Readonly<Record<string, string>>)[queue] ?? queue
  return (
    <div role="status">
      <h2>{fill(empty.title, { queue: name })}</h2>
      <p>{empty.detail}</p>
      {other ? (
        <p>
          <Link to={other.href}>
            {fill(empty.other, { queue: other.label, count: other.count ?? 0 })}
          </Link>
        </p>
      ) : null}
    </div>
  )
}
