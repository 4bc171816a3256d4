import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { usePaused } from '#foundation/desk/form/use-paused.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { Register } from '#foundation/desk/register/Register.tsx'
import { usePages } from '#foundation/desk/register/use-pages.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import type { Column } from '#foundation/desk/table/column.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { listArticles } from '../../knowledge/contract.ts'
import { type ArticleView, articleViews, type KeptArticle } from '../../knowledge/model.ts'
import { useCategoryName } from '../categories.ts'
import { ArticleSheet } from './ArticleSheet.tsx'
import { useKnowledgeWords } from './knowledge-words.ts'
import { PublishArticle } from './PublishArticle.tsx'

const pauseMilliseconds = 300
const idOf = ({ id, edition }: KeptArticle) => `${id}.${edition}`

/** The view the address names; the valid articles where it names none. */
function useView(): [ArticleView, (view: ArticleView) => void] {
  const { view } = useSearch({ strict: false }) as { view?: string }
  const navigate = useNavigate()
  const known = articleViews.find((one) => one === view) ?? 'valid'
  const go = (next: ArticleView) =>
    void navigate({ to: '.', search: { view: next } as never, replace: true })
  return [known, go]
}

/** The answers the county gives to what is often asked: which hold, which end soon, which nobody needs. */
export function KnowledgePage() {
  const { desk, views } = useKnowledgeWords()
  const [view, setView] = useView()
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const words = usePaused(typed, pauseMilliseconds).trim()
  const { pages, asking, more } = usePages(listArticles, { view, ...(words ? { words } : {}) })
  const counts = pages[0]?.counts
  const mayPublish = pages[0]?.mayPublish ?? false
  const labelOf = (one: ArticleView) =>
    counts ? fill(desk.viewCount, { view: views[one], count: counts[one] }) : views[one]
  return (
    <>
      <Register
        title={desk.title}
        about={desk.about}
        columns={useColumns()}
        rows={pages.flatMap(({ articles }) => articles)}
        idOf={idOf}
        nameOf={({ title }) => title}
        asking={asking}
        onMore={more}
        empty={<p>{desk.empty[view]}</p>}
        filters={
          <>
            <Select
              label={desk.view}
              required
              choices={articleViews.map((key) => ({ key, label: labelOf(key) }))}
              value={view}
              onChange={(next) => setView(next as ArticleView)}
            />
            <TextField label={desk.find} value={typed} onChange={setTyped} maxLength={100} />
          </>
        }
        acts={mayPublish ? <Button onPress={() => setAdding(true)}>{desk.add}</Button> : null}
        detail={(article) => (
          <ArticleSheet key={idOf(article)} article={article} mayPublish={mayPublish} />
        )}
      />
      {adding ? <PublishArticle before={null} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function useColumns(): readonly Column<KeptArticle>[] {
  const { advice, desk, field } = useKnowledgeWords()
  const language = useLanguage()
  const now = useNow()
  const categoryName = useCategoryName()
  const day = (on: string) => sayDay(on, language, now)
  return [
    {
      key: 'title',
      label: field.title,
      width: 'minmax(12rem, 2.4fr)',
      narrow: 'title',
      cell: ({ title }) => title,
    },
    {
      key: 'category',
      label: field.category,
      width: 'minmax(6rem, 0.9fr)',
      narrow: 'none',
      cell: ({ category }) => (category ? (categoryName(category) ?? category) : desk.allKinds),
    },
    {
      key: 'citation',
      label: field.citation,
      width: 'minmax(9rem, 1.6fr)',
      narrow: 'about',
      cell: ({ citation }) => citation,
    },
    {
      key: 'until',
      label: desk.validity,
      width: 'minmax(7rem, 0.9fr)',
      narrow: 'about',
      cell: ({ validTo }) => (validTo === null ? '' : fill(advice.until, { until: day(validTo) })),
    },
    {
      key: 'used',
      label: desk.used,
      width: 'minmax(7rem, 1fr)',
      narrow: 'none',
      cell: ({ uses }) => (uses === 0 ? desk.neverUsed : fill(desk.usedOnly, { count: uses })),
    },
  ]
}
