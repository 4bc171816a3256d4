import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { useMatterWords } from '../../matter-words.ts'
import type { MatterPage } from '../../view.ts'

type SearchNoteProps = {
  search: NonNullable<MatterPage['search']>
  /** Both lists hold the same matters. */
  onOrder: (order: 'received' | 'relevance') => void
}

/** In which order what was found stands, how far back it was put in that order, and the other order. */
export function SearchNote({ search, onOrder }: SearchNoteProps) {
  const { list } = useMatterWords().desk
  const language = useLanguage()
  const { among, since, readable } = search
  if (!readable) return null
  const best = among > 0
  const day = since === null ? '' : sayDay(since, language)
  const said = since === null ? list.bestOfAll : fill(list.bestSince, { day, count: among })
  return (
    <p className="list-note" role="status">
      <span>{best ? said : list.newestFound}</span>
      <Button kind="quiet" onPress={() => onOrder(best ? 'received' : 'relevance')}>
        {best ? list.toNewest : list.toBest}
      </Button>
    </p>
  )
}
