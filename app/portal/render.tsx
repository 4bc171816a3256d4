import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { FrameProvider } from '#foundation/portal/frame.ts'
import { composeFrame, type PortalRequest } from './compose-frame.ts'
import { type PageName, type PropsOf, pages } from './registry.tsx'

/** The whole HTML document of a page: static markup, no script, no inline style (strict CSP). */
export function renderPage<N extends PageName>(
  name: N,
  request: PortalRequest,
  props: PropsOf<N>,
): string {
  // The registry pairs each name with its own props; a union of components cannot say so to the compiler.
  const component = pages[name] as unknown as FunctionComponent<object>
  const page = createElement(
    FrameProvider,
    { value: composeFrame(request) },
    createElement(component, props as object),
  )
  return `<!doctype html>${renderToStaticMarkup(page)}`
}

/** True when there is a page of that name, for callers that were not compiled against the registry. */
export function hasPage(name: string): name is PageName {
  return Object.hasOwn(pages, name)
}
