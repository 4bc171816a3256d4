import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PortalRequest } from '../../portal/compose-frame.ts'
import type { PageName, PropsOf } from '../../portal/registry.tsx'

/** Renders a page of the registry to a whole HTML document. */
export type RenderPage = <N extends PageName>(
  name: N,
  request: PortalRequest,
  props: PropsOf<N>,
) => string

/** The built portal: its renderer, and the addresses of its stylesheet and scripts. */
export type BuiltPortal = {
  readonly renderPage: RenderPage
  readonly stylesheet: string
  /** File of each entry script, by name. */
  readonly scripts: Readonly<Record<string, string>>
  readonly folder: string
}

/** Loads what `app/portal/vite.config.ts` built. @throws Error when it has not been built */
export async function loadPortal(buildFolder: string): Promise<BuiltPortal> {
  const folder = join(buildFolder, 'portal')
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string; name?: string; isEntry?: boolean }
  >
  const sheet = Object.values(manifest).find(({ file }) => file.endsWith('.css'))
  if (!sheet) throw new Error('the portal was built without its stylesheet')
  const scripts = Object.fromEntries(
    Object.values(manifest).flatMap(({ file, name, isEntry }) =>
      isEntry && name && file.endsWith('.js') ? [[name, file]] : [],
    ),
  )
  const built = (await import(pathToFileURL(join(folder, 'render.js')).href)) as {
    renderPage: RenderPage
  }
  return { renderPage: built.renderPage, stylesheet: sheet.file, scripts, folder }
}
