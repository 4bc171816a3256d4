import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import type { Trouble } from '#foundation/desk/form/form-trouble.ts'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import { publishArticle } from '../../knowledge/contract.ts'
import { articleLimits, type KeptArticle } from '../../knowledge/model.ts'
import { CategoryChoice } from '../CategoryChoice.tsx'
import { useKnowledgeWords } from './knowledge-words.ts'

/** The fields as they are typed: ways to ask stand one a line. */
type Fields = {
  title: string
  questions: string
  answer: string
  category: string | null
  citation: string
  from: string
  until: string
}

const blankFrom = (before: KeptArticle | null): Fields => ({
  title: before?.title ?? '',
  questions: before?.questions.join('\n') ?? '',
  answer: before?.answer ?? '',
  category: before?.category ?? null,
  citation: before?.citation ?? '',
  from: '',
  until: '',
})

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

type PublishArticleProps = {
  /** The edition a new one follows; null for a new article. */
  before: KeptArticle | null
  onClose: () => void
}

/** A new article, or the next edition of one, filled in with what it says now. */
export function PublishArticle({ before, onClose }: PublishArticleProps) {
  const { desk } = useKnowledgeWords()
  const form = useCommandForm(publishArticle, blankFrom(before), (fields, actId) => ({
    actId,
    ...fields,
    questions: linesOf(fields.questions),
    ...(before && { article: before.id }),
  }))
  const { fields, change, trouble } = form
  const title = before ? desk.renew : desk.add
  return (
    <FormDialog
      title={title}
      open
      onClose={onClose}
      lead={before ? fill(desk.renewLead, { edition: before.edition }) : desk.addLead}
      send={title}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() =>
        form.send(({ edition }) => {
          onClose()
          tellDone(fill(desk.done, { title: fields.title.trim(), edition }))
        })
      }
    >
      <TextFields fields={fields} change={change} trouble={trouble} />
      <RestFields fields={fields} change={change} trouble={trouble} />
    </FormDialog>
  )
}

type FieldsProps = { fields: Fields; change: (more: Partial<Fields>) => void; trouble: Trouble }

function TextFields({ fields, change, trouble }: FieldsProps) {
  const { desk, field } = useKnowledgeWords()
  return (
    <>
      <TextField
        label={field.title}
        hint={desk.titleHint}
        error={trouble.at('title')}
        value={fields.title}
        onChange={(title) => change({ title })}
        maxLength={articleLimits.title}
        required
        autoFocus
      />
      <TextField
        label={field.questions}
        hint={desk.questionsHint}
        error={trouble.at('questions')}
        value={fields.questions}
        onChange={(questions) => change({ questions })}
        rows={3}
        maxLength={articleLimits.question * articleLimits.questions}
      />
      <TextField
        label={field.answer}
        hint={desk.answerHint}
        error={trouble.at('answer')}
        value={fields.answer}
        onChange={(answer) => change({ answer })}
        rows={8}
        maxLength={articleLimits.answer}
        required
      />
      <TextField
        label={field.citation}
        hint={desk.citationHint}
        error={trouble.at('citation')}
        value={fields.citation}
        onChange={(citation) => change({ citation })}
        rows={2}
        maxLength={articleLimits.citation}
        required
      />
    </>
  )
}

function RestFields({ fields, change, trouble }: FieldsProps) {
  const { desk, field } = useKnowledgeWords()
  return (
    <>
      <CategoryChoice
        label={field.category}
        hint={desk.categoryHint}
        error={trouble.at('category')}
        value={fields.category}
        onChange={(category) => change({ category })}
      />
      <div className="fields-row">
        <TextField
          label={field.from}
          hint={desk.fromHint}
          error={trouble.at('from')}
          type="date"
          value={fields.from}
          onChange={(from) => change({ from })}
        />
        <TextField
          label={field.until}
          hint={desk.untilHint}
          error={trouble.at('until')}
          type="date"
          value={fields.until}
          onChange={(until) => change({ until })}
        />
      </div>
    </>
  )
}
