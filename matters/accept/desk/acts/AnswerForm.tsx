import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { type RemarkOnReply, ReplyRemark } from '#matters/matter/desk/act/ReplyRemark.tsx'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { answer } from '../../contract.ts'
import { wordsLengthMax } from '../../model.ts'
import type { UsedArticle as Article } from '../intake/intake.ts'
import { UsedArticle } from '../UsedArticle.tsx'
import { useActsWords } from './acts-words.ts'

/** Answers a question at once; what an article of the knowledge base says is filled in and may be changed. */
export function AnswerForm({ remark, ...props }: ActFormProps & { remark?: RemarkOnReply }) {
  const words = useActsWords().answer
  const { act } = useMatterWords().desk
  const known = { reply: '', article: null as Article | null }
  const form = useActForm(answer, props, known, ({ reply, article }) => ({
    reply: reply.trim(),
    ...(article && { article: article.id }),
  }))
  const { article } = form.draft
  return (
    <ActForm verb="answer" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      {article ? (
        <UsedArticle
          article={article}
          trouble={form.bind('article').error}
          onLetGo={() => form.change({ article: null })}
        />
      ) : null}
      <TextField
        label={words.reply}
        hint={act.publicHint}
        {...form.bind('reply')}
        rows={article ? 10 : 6}
        maxLength={wordsLengthMax}
        required
      />
      <ReplyRemark remark={remark?.(form.draft.reply)} />
    </ActForm>
  )
}
