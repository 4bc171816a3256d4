import type { ReactNode } from 'react'
import { type PageFrame, useFrame, useScreenWords, useTextLanguage } from './frame.ts'

type PageProps = {
  /** Said in the browser's tab; the page's own heading unless told otherwise. */
  title: string
  /** False where the page shows its own first heading. */
  heading?: boolean
  /** One or two sentences under the heading. */
  lead?: ReactNode
  /** What was sent was refused: said first in the browser's tab, which screen readers read first. */
  refused?: boolean
  /** Tables and maps may use the whole width. */
  wide?: boolean
  /** Name of a script that adds comfort; nothing may depend on it. */
  script?: string | undefined
  children: ReactNode
}

/** The frame of every page for residents: complete without a script, one stylesheet, no inline style. */
export function Page(props: PageProps) {
  const { title, heading = true, lead, refused, wide, script, children } = props
  const frame = useFrame()
  const words = useScreenWords()
  const languageOf = useTextLanguage()
  const named = [title, frame.countyName, '邻里 Linli'].filter(Boolean).join(' · ')
  return (
    <html
      lang={frame.language}
      data-surface="portal"
      data-size={frame.largeType ? 'large' : 'usual'}
    >
      <head>
        <meta charSet="utf-8" />
        <title>{refused ? `${words.trouble} · ${named}` : named}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbfaf7" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={frame.stylesheet} />
        <link rel="icon" href={frame.icon} type="image/svg+xml" />
        {script && frame.scripts[script] ? (
          <script type="module" src={frame.scripts[script]} />
        ) : null}
      </head>
      <body>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <Masthead frame={frame} />
        <div className={wide ? 'sheet sheet-wide' : 'sheet'}>
          <main id="main" tabIndex={-1}>
            {heading ? <h1 lang={languageOf(title)}>{title}</h1> : null}
            {lead ? <p className="lead">{lead}</p> : null}
            {children}
          </main>
        </div>
        <Colophon frame={frame} />
      </body>
    </html>
  )
}

/** Nothing where no number is known: several counties and none chosen. */
function Phone({ label, number }: PageFrame['phone']) {
  if (number === '') return null
  return (
    <>
      {label}{' '}
      <a className="phone" href={`tel:${number.replaceAll('-', '')}`}>
        {number}
      </a>
    </>
  )
}

function Masthead({ frame }: { frame: PageFrame }) {
  return (
    <header className="masthead">
      <div className="masthead-tools">
        <p>
          <Phone {...frame.phone} />
        </p>
        <ul>
          <li>
            <a href={frame.otherLanguage.href} lang={frame.otherLanguage.language} rel="nofollow">
              {frame.otherLanguage.label}
            </a>
          </li>
          <li>
            <a href={frame.otherSize.href} rel="nofollow">
              {frame.otherSize.label}
            </a>
          </li>
        </ul>
      </div>
      <div className="masthead-name">
        <a className="name-mark" href={frame.home.href}>
          <span lang="zh-CN">邻里</span> <span className="name-latin">Linli</span>
          <span className="hidden-text">{frame.home.label}</span>
        </a>
        {frame.countyName ? <p className="county">{frame.countyName}</p> : null}
      </div>
      <nav aria-label={frame.navLabel}>
        <ul>
          {frame.nav.map((item) => (
            <li key={item.href}>
              <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** As on the last leaf of a book: who made this, and where to turn. */
function Colophon({ frame }: { frame: PageFrame }) {
  return (
    <footer className="colophon">
      {frame.phone.number ? (
        <p className="colophon-phone">
          <Phone {...frame.phone} />
          <span>{frame.phone.hours}</span>
        </p>
      ) : null}
      <p>{frame.about}</p>
      {frame.inventedNote ? <p className="invented">{frame.inventedNote}</p> : null}
      <ul>
        {frame.footerLinks.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
