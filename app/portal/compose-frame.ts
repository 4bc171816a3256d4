import { fill, type Language } from '#foundation/languages.ts'
import type { MapTiles, PageFrame } from '#foundation/portal/frame.ts'
import { words } from '../words.ts'

/** What the server tells about one request; the rest of the frame follows from it. */
export type PortalRequest = {
  readonly language: Language
  readonly largeType: boolean
  /** ISO 8601. */
  readonly now: string
  /** Path and query of the page, where the switches of language and size return to. */
  readonly address: string
  /** The address whose entry of the masthead is marked, when that is not the page's own. */
  readonly under?: string | undefined
  readonly county: {
    readonly number: number
    /** In the language of the page. */
    readonly name: string
    readonly invented: boolean
    readonly phone: string
    /** "每天 8:00—20:00", in the language of the page. */
    readonly phoneHours: string
  }
  /** File names out of the build's manifest. */
  readonly stylesheet: string
  readonly scripts: Readonly<Record<string, string>>
  readonly tiles: MapTiles | null
}

/** The pages of the masthead, in the order a resident needs them. */
const navigation = [
  ['report', '/report'],
  ['mine', '/mine'],
  ['matters', '/matters'],
  ['questions', '/questions'],
  ['figures', '/figures'],
  ['about', '/about'],
] as const

/** A switch keeps the reader on the page; the server sets the cookie and sends them back. */
function preferenceHref(request: PortalRequest, choice: Record<string, string>): string {
  return `/preferences?${new URLSearchParams({ ...choice, back: request.address })}`
}

function isCurrent(path: string, address: string): boolean {
  const here = address.replace(/[?#].*$/, '')
  return here === path || here.startsWith(`${path}/`)
}

export function composeFrame(request: PortalRequest): PageFrame {
  const { language, largeType, county } = request
  const { portal } = words[language].app
  const otherLanguage = language === 'en' ? 'zh-CN' : 'en'
  return {
    language,
    largeType,
    now: request.now,
    county: county.number,
    countyName: county.name,
    inventedNote: county.invented ? fill(portal.invented, { county: county.name }) : null,
    home: { href: '/', label: portal.home },
    navLabel: portal.navLabel,
    nav: navigation.map(([name, href]) => ({
      href,
      label: portal.nav[name],
      current: isCurrent(href, request.under ?? request.address),
    })),
    phone: { label: portal.phone, number: county.phone, hours: county.phoneHours },
    otherLanguage: {
      href: preferenceHref(request, { language: otherLanguage }),
      label: language === 'en' ? portal.toChinese : portal.toEnglish,
      language: otherLanguage,
    },
    otherSize: {
      href: preferenceHref(request, { size: largeType ? 'usual' : 'large' }),
      label: largeType ? portal.toUsual : portal.toLarge,
    },
    about: portal.about,
    footerLinks: [
      { href: '/about#rules', label: portal.footer.rules },
      { href: '/about#privacy', label: portal.footer.privacy },
      { href: '/api/openapi.json', label: portal.footer.api },
    ],
    stylesheet: `/${request.stylesheet}`,
    scripts: Object.fromEntries(
      Object.entries(request.scripts).map(([name, file]) => [name, `/${file}`]),
    ),
    tiles: request.tiles,
    icon: '/assets/icon.svg',
  }
}
