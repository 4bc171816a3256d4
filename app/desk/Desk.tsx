import { RouterProvider } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Dialog } from '#foundation/desk/parts/Dialog.tsx'
import { Toasts } from '#foundation/desk/parts/Toast.tsx'
import { type DeskSetting, SettingProvider } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { me } from '#people/contract.ts'
import { MeProvider } from '#people/desk/me.ts'
import { sayRefusal } from '../refusal-words.ts'
import { useAppWords } from './app-words.ts'
import { FirstSteps } from './door/FirstSteps.tsx'
import { SignInForm, SignInPage } from './door/SignIn.tsx'
import { Starting } from './door/Starting.tsx'
import { useSignedOut } from './door/session.ts'
import { CountyRules } from './matters/CountyRules.tsx'
import {
  keepPreferences,
  type Preferences,
  readPreferences,
  showPreferences,
} from './preferences.ts'
import { router } from './routes.tsx'

function useDeskSetting(): DeskSetting {
  const [preferences, setPreferences] = useState(readPreferences)
  return useMemo(() => {
    const change = (more: Partial<Preferences>) => {
      const next = { ...preferences, ...more }
      keepPreferences(next)
      showPreferences(next)
      setPreferences(next)
    }
    return {
      ...preferences,
      chooseLanguage: (language) => change({ language }),
      chooseTheme: (theme) => change({ theme }),
      sayRefusal: (refusal) => sayRefusal(refusal, preferences.language),
    }
  }, [preferences])
}

/** The whole desk: who I am decides between the door and the rooms. */
export function Desk() {
  const setting = useDeskSetting()
  return (
    <SettingProvider value={setting}>
      <I18nProvider locale={setting.language === 'en' ? 'en-US' : 'zh-CN'}>
        <Gate />
        <Toasts />
      </I18nProvider>
    </SettingProvider>
  )
}

function Gate() {
  const answer = useAsk(me, {})
  const signedOut = useSignedOut()
  if (answer.data?.kind === 'officer' && answer.data.owes) {
    return <FirstSteps officer={answer.data} />
  }
  if (answer.data?.kind === 'officer') {
    return (
      <MeProvider value={answer.data}>
        <CountyRules>
          <RouterProvider router={router} />
        </CountyRules>
        <SignInAgain open={signedOut} />
      </MeProvider>
    )
  }
  if (answer.isPending || (answer.error && answer.error.status !== 401)) {
    return <Starting trouble={answer.error} again={() => answer.refetch()} />
  }
  return <SignInPage />
}

/** Over the page and not instead of it: what was being typed stays. */
function SignInAgain({ open }: { open: boolean }) {
  const { signIn } = useAppWords()
  return (
    <Dialog title={signIn.title} open={open} keep onClose={() => {}}>
      <p className="dialog-lead">{signIn.ended}</p>
      <SignInForm />
    </Dialog>
  )
}
