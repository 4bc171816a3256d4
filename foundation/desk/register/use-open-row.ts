import { useNavigate, useSearch } from '@tanstack/react-router'

/** Which row of a register is open beside it, as the address says: a link to it can be sent. */
export function useOpenRow(): {
  open: string | null
  openRow: (id: string | null) => void
} {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const { open, ...rest } = search
  // An id made of digits comes back from the address as a number.
  const id = open === undefined ? null : String(open)
  return {
    open: id,
    openRow: (next) => {
      // Moving on with a row open replaces it: "back" leads to the list.
      const replace = id !== null && next !== null
      void navigate({
        to: '.',
        search: (next === null ? rest : { ...rest, open: next }) as never,
        replace,
      })
    },
  }
}
