import { type FormEvent, useState } from 'react'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useSetting } from '#foundation/desk/setting.ts'
import { useDo } from '#foundation/desk/use-ask.ts'
import { signIn } from '#people/contract.ts'
import { useAppWords } from '../app-words.ts'
import { markSignedIn } from './session.ts'

const codeRefusals: ReadonlySet<string> = new Set(['people.totpNeeded', 'people.totpWrong'])

/** Account and password first; the code in a second step, where the account has an authenticator. */
function useSignIn() {
  const enter = useDo(signIn)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate(asksCode ? { login, password, code } : { login, password }, {
      onSuccess: markSignedIn,
      onError: ({ refusal }) => {
        if (refusal !== null && codeRefusals.has(refusal)) setAsksCode(true)
      },
    })
  }
  const startOver = () => {
    enter.reset()
    setPassword('')
    setCode('')
    setAsksCode(false)
  }
  const asked = enter.error?.refusal === 'people.totpNeeded'
  const error = asked ? null : (enter.error?.detail ?? null)
  return {
    login,
    setLogin,
    password,
    setPassword,
    code,
    setCode,
    asksCode,
    send,
    startOver,
    error,
    busy: enter.isPending,
  }
}

export function SignInForm() {
  const words = useAppWords().signIn
  const { login, setLogin, password, setPassword, code, setCode, ...step } = useSignIn()
  const { asksCode, error } = step
  return (
    <form className="door-form" onSubmit={step.send}>
      {asksCode ? (
        <TextField
          key="code"
          label={words.code}
          hint={words.codeHint}
          error={error}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          autoFocus
        />
      ) : (
        <>
          <TextField
            label={words.account}
            value={login}
            onChange={setLogin}
            autoComplete="username"
            required
            autoFocus
          />
          <TextField
            label={words.password}
            type="password"
            error={error}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            required
          />
        </>
      )}
      <div className="door-actions">
        <Button kind="next" type="submit" busy={step.busy}>
          {asksCode ? words.confirm : words.next}
        </Button>
        {asksCode ? (
          <Button kind="quiet" onPress={step.startOver}>
            {words.other}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

export function SignInPage() {
  const { signIn: words, name, portal } = useAppWords()
  const { language, chooseLanguage } = useSetting()
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <main className="door">
      <p className="door-name">
        <span lang="zh-CN">邻里</span> <span className="name-latin">Linli</span>
        <span className="hidden-text">{name}</span>
      </p>
      <h1>{words.title}</h1>
      <SignInForm />
      <p className="door-other">
        {words.forOfficers}
        <a href="/">{words.toPortal}</a>
      </p>
      <Button kind="quiet" onPress={() => chooseLanguage(other)}>
        <span lang={other}>{other === 'en' ? portal.toEnglish : portal.toChinese}</span>
      </Button>
    </main>
  )
}
