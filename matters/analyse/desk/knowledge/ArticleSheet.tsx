import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Part, Quote, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay, sayMoment } from '#foundation/screens/say-time.ts'
import { listEditions, withdrawArticle } from '../../knowledge/contract.ts'
import type { KeptArticle } from '../../knowledge/model.ts'
import { useCategoryName } from '../categories.ts'
import { useKnowledgeWords } from './knowledge-words.ts'
import { PublishArticle } from './PublishArticle.tsx'

type ArticleSheetProps = { article: KeptArticle; mayPublish: boolean }

/** One article with its source, its validity, how it is used and what it said before. */
export function ArticleSheet({ article, mayPublish }: ArticleSheetProps) {
  const { desk, field } = useKnowledgeWords()
  const [doing, setDoing] = useState<'renew' | 'withdraw' | null>(null)
  const close = () => setDoing(null)
  const { title, questions, answer, edition, validTo } = article
  return (
    <Sheet
      title={title}
      about={fill(desk.edition, { edition })}
      foot={
        mayPublish ? (
          <div className="acts-mine">
            <Button onPress={() => setDoing('renew')}>{desk.renew}</Button>
            {validTo === null ? (
              <Button kind="quiet" onPress={() => setDoing('withdraw')}>
                {desk.withdraw}
              </Button>
            ) : null}
          </div>
        ) : null
      }
    >
      <Part heading={field.answer}>
        <Quote>{answer}</Quote>
      </Part>
      <ArticleFacts article={article} />
      {questions.length > 0 ? (
        <Part heading={field.questions}>
          <ul>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Editions article={article} />
      {doing === 'renew' ? <PublishArticle before={article} onClose={close} /> : null}
      {doing === 'withdraw' ? <Withdraw article={article} onClose={close} /> : null}
    </Sheet>
  )
}

/** "自 1 月 1 日起" or "1 月 1 日至 6 月 1 日前". */
function useSpan(): (article: Pick<KeptArticle, 'validFrom' | 'validTo'>) => string {
  const { desk } = useKnowledgeWords()
  const language = useLanguage()
  const now = useNow()
  return ({ validFrom, validTo }) => {
    const from = sayDay(validFrom, language, now)
    return validTo === null
      ? fill(desk.since, { from })
      : fill(desk.span, { from, until: sayDay(validTo, language, now) })
  }
}

function ArticleFacts({ article }: { article: KeptArticle }) {
  const { desk, field } = useKnowledgeWords()
  const language = useLanguage()
  const now = useNow()
  const categoryName = useCategoryName()
  const sayValidity = useSpan()
  const { category, citation, publishedAt, endedWhy, uses, lastUsedAt } = article
  const facts = [
    { name: field.citation, value: citation },
    { name: desk.validity, value: sayValidity(article) },
    {
      name: field.category,
      value: category === null ? desk.allKinds : (categoryName(category) ?? category),
    },
    {
      name: desk.used,
      value:
        lastUsedAt === null
          ? desk.neverUsed
          : fill(desk.usedTimes, { count: uses, moment: sayMoment(lastUsedAt, language, now) }),
    },
    { name: desk.published, value: sayMoment(publishedAt, language, now) },
    { name: desk.ended, value: endedWhy },
  ]
  return <Facts facts={facts.filter(({ value }) => value)} />
}

function Editions({ article }: { article: KeptArticle }) {
  const { desk } = useKnowledgeWords()
  const sayValidity = useSpan()
  const editions = useAsk(listEditions, { article: article.id }).data ?? []
  if (editions.length < 2) return null
  return (
    <Part heading={desk.editions}>
      {editions.map((one) => (
        <details key={one.edition} open={one.edition === article.edition}>
          <summary>
            {fill(desk.edition, { edition: one.edition })} · {sayValidity(one)}
          </summary>
          <Quote>{one.answer}</Quote>
          <p className="hint">{one.citation}</p>
        </details>
      ))}
    </Part>
  )
}

function Withdraw({ article, onClose }: { article: KeptArticle; onClose: () => void }) {
  const { desk, field } = useKnowledgeWords()
  const language = useLanguage()
  const now = useNow()
  const { id, title } = article
  const form = useCommandForm(withdrawArticle, { on: '', reason: '' }, (fields) => ({
    article: id,
    ...fields,
  }))
  return (
    <FormDialog
      title={desk.withdraw}
      open
      onClose={onClose}
      lead={desk.withdrawLead}
      send={desk.withdraw}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() =>
        form.send(({ validTo }) => {
          onClose()
          tellDone(fill(desk.withdrawn, { title, day: sayDay(validTo, language, now) }))
        })
      }
    >
      <TextField
        label={field.reason}
        error={form.trouble.at('reason')}
        value={form.fields.reason}
        onChange={(reason) => form.change({ reason })}
        maxLength={500}
        required
        autoFocus
      />
      <TextField
        label={field.on}
        hint={desk.fromHint}
        error={form.trouble.at('on')}
        type="date"
        value={form.fields.on}
        onChange={(on) => form.change({ on })}
      />
    </FormDialog>
  )
}
