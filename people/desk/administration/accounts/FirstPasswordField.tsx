import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { fill } from '#foundation/languages.ts'
import { passwordLengthMin } from '../../../sign-in-rules.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'
import { firstPassword } from './first-password.ts'

type FirstPasswordFieldProps = {
  error: string | null
  value: string
  onChange: (password: string) => void
}

/** A password somebody else will be told: in sight, because it has to be read out, and made at random on request. */
export function FirstPasswordField({ error, value, onChange }: FirstPasswordFieldProps) {
  const { people: words } = useAdministrationWords()
  const { account } = usePeopleWords()
  return (
    <>
      <TextField
        label={words.firstPassword}
        hint={fill(account.passwordRule, { length: passwordLengthMin })}
        error={error}
        value={value}
        onChange={onChange}
        maxLength={128}
        autoComplete="off"
        required
      />
      <div className="part-acts">
        <Button onPress={() => onChange(firstPassword(crypto.getRandomValues(new Uint8Array(16))))}>
          {words.generate}
        </Button>
      </div>
    </>
  )
}
