import { useRef } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { FormTrouble } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { useFocusOnFault } from '#foundation/desk/form/use-focus-on-fault.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { Mark } from '#foundation/screens/Mark.tsx'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { changePassword } from '../../contract.ts'
import { passwordLengthMin } from '../../sign-in-rules.ts'
import type { Me } from '../me.ts'
import { usePeopleWords } from '../people-words.ts'
import { useAccountWords } from './account-words.ts'

export type OwnAccount = NonNullable<Me['account']>

/** The own password: the old one first, so that an unattended desk does not lock its owner out. */
export function PasswordSection({ account }: { account: OwnAccount }) {
  const { password: words } = useAccountWords()
  const people = usePeopleWords()
  const language = useLanguage()
  const now = useNow()
  const place = useRef<HTMLFormElement>(null)
  const form = useCommandForm(
    changePassword,
    { current: '', password: '' },
    ({ current, password }) => ({ current, password }),
  )
  useFocusOnFault(place, form.busy)
  const send = () =>
    form.send(() => {
      form.clear()
      tellDone(words.changed)
    })
  return (
    <section>
      <h2>{people.fields.password}</h2>
      {account.provisional ? (
        <p className="form-trouble">
          <Mark tone="soon" />
          {people.account.provisional}
        </p>
      ) : null}
      <p>
        {fill(words.setAt, { moment: sayMoment(account.passwordSetAt, language, now) })}
        <br />
        {words.lead}
      </p>
      <form
        ref={place}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {/* Password keepers want to know whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={account.login} />
        <TextField
          label={people.fields.current}
          type="password"
          autoComplete="current-password"
          error={form.trouble.at('current')}
          value={form.fields.current}
          onChange={(current) => form.change({ current })}
          required
        />
        <TextField
          label={people.fields.newPassword}
          hint={fill(people.account.passwordRule, { length: passwordLengthMin })}
          type="password"
          autoComplete="new-password"
          error={form.trouble.at('password')}
          value={form.fields.password}
          onChange={(password) => form.change({ password })}
          required
        />
        <FormTrouble sentence={form.trouble.rest} />
        <div className="form-actions">
          <Button kind="next" type="submit" busy={form.busy}>
            {people.account.changePassword}
          </Button>
        </div>
      </form>
    </section>
  )
}
