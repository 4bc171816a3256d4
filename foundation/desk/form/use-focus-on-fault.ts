import { type RefObject, useEffect, useRef } from 'react'

/** Once an answer has come back, goes to the first field it blames: whoever uses the keyboard is where the work is. */
export function useFocusOnFault(form: RefObject<HTMLElement | null>, busy: boolean): void {
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !busy) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
    wasBusy.current = busy
  }, [form, busy])
}
