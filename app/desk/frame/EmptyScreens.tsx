import { Button } from '#foundation/desk/parts/Button.tsx'
import { KeyCap } from '#foundation/desk/parts/KeyCap.tsx'
import { useScreenWords } from '#foundation/desk/setting.ts'
import { useAppWords } from '../app-words.ts'

/** The middle of the desk while nothing is chosen. */
export function Welcome() {
  const { welcome } = useAppWords().desk
  return (
    <div className="blank">
      <h1>{welcome.title}</h1>
      <p>{welcome.detail}</p>
      <KeyCap keys="Control+K" />
    </div>
  )
}

export function Missing() {
  const { missing } = useAppWords().desk
  return (
    <div className="blank">
      <h1>{missing.title}</h1>
      <p>{missing.detail}</p>
    </div>
  )
}

/** One screen broke; the rail and the other screens still work. */
export function Broken({ reset }: { reset: () => void }) {
  const { broken } = useAppWords().desk
  const { again } = useScreenWords()
  return (
    <div className="blank" role="alert">
      <h1>{broken.title}</h1>
      <p>{broken.detail}</p>
      <Button kind="next" onPress={reset}>
        {again}
      </Button>
    </div>
  )
}
