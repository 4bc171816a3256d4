import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { Checkbox } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import {
  addAccount,
  resetPassword,
  retireOfficer,
  unlock,
} from '../../../administration-contract.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'
import { FirstPasswordField } from './FirstPasswordField.tsx'
import type { Serving } from './serving.ts'

/** What the security administrator may do about somebody's account and service. */
export type AccountDeed = 'add' | 'reset' | 'unlock' | 'retire'

type AccountDialogProps = { officer: Serving; onClose: () => void }

export function AccountDialogs({ deed, ...props }: AccountDialogProps & { deed: AccountDeed }) {
  switch (deed) {
    case 'add':
      return <AddAccount {...props} />
    case 'reset':
      return <ResetPassword {...props} />
    case 'unlock':
      return <Unlock {...props} />
    case 'retire':
      return <Retire {...props} />
  }
}

function AddAccount({ officer, onClose }: AccountDialogProps) {
  const { people: words } = useAdministrationWords()
  const people = usePeopleWords()
  const form = useCommandForm(addAccount, { login: '', password: '' }, (fields) => ({
    officer: officer.id,
    ...fields,
  }))
  const { fields, change, trouble } = form
  return (
    <FormDialog
      title={people.administration.addAccount}
      open
      onClose={onClose}
      lead={fill(words.accountLead, { name: officer.name })}
      send={people.administration.addAccount}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() =>
        form.send(({ login }) => {
          onClose()
          tellDone(fill(words.accountAdded, { login }))
        })
      }
    >
      <TextField
        label={people.fields.login}
        hint={words.loginHint}
        error={trouble.at('login')}
        value={fields.login}
        onChange={(login) => change({ login })}
        maxLength={40}
        autoComplete="off"
        required
        autoFocus
      />
      <FirstPasswordField
        error={trouble.at('password')}
        value={fields.password}
        onChange={(password) => change({ password })}
      />
    </FormDialog>
  )
}

function ResetPassword({ officer, onClose }: AccountDialogProps) {
  const { people: words } = useAdministrationWords()
  const people = usePeopleWords()
  const login = officer.account?.login ?? ''
  const form = useCommandForm(resetPassword, { password: '', dropTotp: false }, (fields) => ({
    login,
    ...fields,
  }))
  const { fields, change, trouble } = form
  return (
    <FormDialog
      title={people.account.resetPassword}
      open
      onClose={onClose}
      lead={fill(words.resetLead, { login })}
      send={people.account.resetPassword}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() =>
        form.send(() => {
          onClose()
          tellDone(fill(words.resetDone, { login }))
        })
      }
    >
      <FirstPasswordField
        error={trouble.at('password')}
        value={fields.password}
        onChange={(password) => change({ password })}
      />
      {officer.account?.totp ? (
        <Checkbox
          label={words.dropTotp}
          checked={fields.dropTotp}
          onChange={(dropTotp) => change({ dropTotp })}
        />
      ) : null}
    </FormDialog>
  )
}

function Unlock({ officer, onClose }: AccountDialogProps) {
  const { people: words } = useAdministrationWords()
  const people = usePeopleWords()
  const login = officer.account?.login ?? ''
  const form = useCommandForm(unlock, {}, () => ({ login }))
  return (
    <FormDialog
      title={people.account.unlock}
      open
      onClose={onClose}
      lead={fill(words.unlockLead, { login })}
      send={people.account.unlock}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() =>
        form.send(() => {
          onClose()
          tellDone(fill(words.unlocked, { login }))
        })
      }
    />
  )
}

function Retire({ officer, onClose }: AccountDialogProps) {
  const { people: words } = useAdministrationWords()
  const people = usePeopleWords()
  const form = useCommandForm(retireOfficer, { on: '' }, ({ on }) => ({ officer: officer.id, on }))
  return (
    <FormDialog
      title={people.administration.retireOfficer}
      open
      onClose={onClose}
      lead={fill(words.retireLead, { name: officer.name })}
      send={people.administration.retireOfficer}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() =>
        form.send(() => {
          onClose()
          tellDone(words.retired)
        })
      }
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
