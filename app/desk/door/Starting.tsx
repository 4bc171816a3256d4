import type { ProblemError } from '#foundation/desk/ask.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useScreenWords } from '#foundation/desk/setting.ts'

/** Before it is known who sits here; and when that cannot be found out. */
export function Starting({ trouble, again }: { trouble: ProblemError | null; again: () => void }) {
  const words = useScreenWords()
  if (!trouble) {
    return (
      <p className="starting" role="status">
        {words.loading}
      </p>
    )
  }
  return (
    <main className="door">
      <h1>{words.network.title}</h1>
      <p role="alert">{trouble.detail}</p>
      <Button kind="next" onPress={again}>
        {words.again}
      </Button>
    </main>
  )
}
