import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { History } from '#foundation/desk/sheet/History.tsx'
import { Part, Quote } from '#foundation/desk/sheet/Sheet.tsx'
import { useOfficeName } from '#people/desk/offices.ts'
import { useMatterWords } from '../matter-words.ts'
import type { MatterView, TimelineEntry } from '../view.ts'
import { sayDone } from './say-done.ts'
import { type Tellers, type Told, tellEntry } from './telling.ts'

type TimelineProps = {
  matter: MatterView
  tellers: Tellers
  categoryName: (code: string) => string | undefined
}

/** What happened, newest first, with everything the offices wrote. */
export function Timeline({ matter, tellers, categoryName }: TimelineProps) {
  const words = useMatterWords()
  const language = useLanguage()
  const now = useNow()
  const office = useOfficeName()
  const names = { language, now, office, category: categoryName, words }
  const byOf = ({ actor, office: where }: TimelineEntry) =>
    where ?? words.actor[actor as keyof typeof words.actor] ?? null
  return (
    <Part heading={words.desk.pane.history}>
      <History
        entries={matter.timeline.toReversed().map((entry) => ({
          id: entry.seq,
          at: entry.at,
          sentence: sayDone(entry, words, language),
          by: byOf(entry),
          more: <TellingOf told={tellEntry(entry, tellers, names)} />,
        }))}
      />
    </Part>
  )
}

function TellingOf({ told }: { told: readonly Told[] }) {
  if (told.length === 0) return null
  return (
    <dl className="told">
      {told.map(({ name, value, long }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the record never changes, and names may repeat.
        <div key={index} className={long ? 'told-long' : undefined}>
          <dt>{name}</dt>
          <dd>{long ? <Quote>{value}</Quote> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
