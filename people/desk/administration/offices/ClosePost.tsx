import { useNow } from '#foundation/desk/clock.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { closePost } from '../../../administration-contract.ts'
import type { Post } from '../../../model.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'

/** Ends a post on a day; whoever holds it leaves it then. */
export function ClosePost({ post, onClose }: { post: Post; onClose: () => void }) {
  const { posts: words } = useAdministrationWords()
  const people = usePeopleWords()
  const language = useLanguage()
  const now = useNow()
  const form = useCommandForm(closePost, { on: '' }, ({ on }) => ({ post: post.id, on }))
  const { title } = post
  const done = () => {
    onClose()
    tellDone(fill(words.closed, { title, day: sayDay(form.fields.on, language, now) }))
  }
  return (
    <FormDialog
      title={people.administration.closePost}
      open
      onClose={onClose}
      lead={fill(words.closeLead, { title })}
      send={people.administration.closePost}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() => form.send(done)}
    >
      <TextField
        label={people.fields.on}
        error={form.trouble.at('on')}
        type="date"
        value={form.fields.on}
        onChange={(on) => form.change({ on })}
        required
        autoFocus
      />
    </FormDialog>
  )
}
