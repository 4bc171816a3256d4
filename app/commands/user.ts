import { randomInt } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { ActId } from '#foundation/ids.ts'
import { fill, type Words } from '#foundation/languages.ts'
import { now } from '#foundation/server/clock.ts'
import { newId } from '#foundation/server/new-id.ts'
import { systemActor } from '#people/actor.ts'
import { en } from '#people/en.ts'
import { scopeOf } from '#people/guard.ts'
import { PostKind } from '#people/model.ts'
import { today } from '#people/server/day.ts'
import { findOfficeNamed } from '#people/server/found.ts'
import type { Moment } from '#people/server/moment.ts'
import { answerAccounts, answerPosts } from '#people/server/queries.ts'
import { addAccount } from '#people/server/staff/add-account.ts'
import { addOfficer } from '#people/server/staff/add-officer.ts'
import { appoint } from '#people/server/staff/appoint.ts'
import { openOffice } from '#people/server/staff/open-office.ts'
import { openPost } from '#people/server/staff/open-post.ts'
import { resetPassword } from '#people/server/staff/reset-password.ts'
import { unlock } from '#people/server/staff/unlock.ts'
import { whyNotPassword } from '#people/sign-in-rules.ts'
import { zh } from '#people/zh-CN.ts'
import { openCounties } from '#places/server/counties.ts'
import { type CommandTools, inBothLanguages, misused, readOptions, runCommand } from './terminal.ts'

type PeopleWords = Words<typeof zh>
const both = inBothLanguages<PeopleWords>(zh, en)

const kinds = PostKind.anyOf.map((literal) => literal.const)
const usage = `linli user list [--county 430111] [--json]
  linli user add --login L --name 姓名 --office 单位 --post ${kinds.join('|')} [--password-stdin]
  linli user password --login L [--password-stdin]
  linli user unlock --login L`

const options = {
  county: { type: 'string' },
  login: { type: 'string' },
  name: { type: 'string' },
  office: { type: 'string' },
  post: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

type Given = ReturnType<typeof readOptions<typeof options>>
/** What a verb answers: sentences for a terminal, and the same as data. */
type Told = { readonly lines: readonly string[]; readonly data: object }
type Chosen = { readonly password: string; readonly made: boolean }
type Verb = (given: Given, moment: Moment, chosen: Chosen) => Promise<Told>

function need(given: Given, option: 'login' | 'name' | 'office' | 'post'): string {
  const value = given[option]?.trim()
  if (value) return value
  throw misused(`缺少 --${option}`, `--${option} is missing`, usage)
}

/** Runs the work as the house itself, in one transaction of the county: `--county`, or the only one there is. */
async function within(
  given: Given,
  { openStore }: CommandTools,
  work: (moment: Moment) => Promise<Told>,
): Promise<Told> {
  const { database } = await openStore()
  const counties = await openCounties(database)
  const county = given.county === undefined ? counties.only()?.county : Number(given.county)
  if (county === undefined || !counties.find(county)) {
    const known = counties.list().map((one) => `${one.county} ${one.name}`)
    throw misused(
      `请用 --county 指定县：${known.join('、')}`,
      'Name a county of this installation',
      usage,
    )
  }
  const by = systemActor(county)
  const at = now()
  return database.within(scopeOf(by), (sql) => work({ by, now: at, sql, actId: newId(at) }))
}

// Without signs that are easily taken for another, since it is read from a screen.
const signs = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-'

/** From standard input, never from the command line, where every process of the machine can read it; else made up. */
async function choosePassword(given: Given): Promise<Chosen> {
  if (given['password-stdin']) {
    const [password = ''] = (await text(process.stdin)).split(/\r?\n/)
    return { password, made: false }
  }
  const make = () => Array.from({ length: 16 }, () => signs[randomInt(signs.length)]).join('')
  let password = make()
  while (whyNotPassword(password, given.login ?? '')) password = make()
  return { password, made: true }
}

const sayPassword = ({ password, made }: Chosen) =>
  made ? [both((words) => fill(words.command.password, { password }))] : []

/** Each deed of the command is an act of its own. */
const anew = (moment: Moment): Moment => ({ ...moment, actId: newId<ActId>(moment.now) })

async function add(given: Given, moment: Moment, chosen: Chosen): Promise<Told> {
  const [login, name, officeName] = [
    need(given, 'login'),
    need(given, 'name'),
    need(given, 'office'),
  ]
  const kind = kinds.find((known) => known === need(given, 'post'))
  if (!kind) throw misused('没有这类岗位', 'There is no such kind of post', usage)
  const present = await findOfficeNamed(moment, officeName, await today(moment))
  const office =
    present?.id ?? (await openOffice({ name: officeName, kind: 'government' }, anew(moment))).office
  const title = zh.postKinds[kind]
  const { posts } = await answerPosts({ office }, moment)
  const same = posts.find((post) => post.kind === kind && post.title === title)
  const post = same?.id ?? (await openPost({ office, kind, title }, anew(moment))).post
  const { officer } = await addOfficer({ name }, anew(moment))
  await appoint({ post, officer }, moment)
  const account = await addAccount({ login, officer, password: chosen.password }, moment)
  const said = both((words) =>
    fill(words.command.added, {
      ...account,
      name,
      office: officeName,
      post: words.postKinds[kind],
    }),
  )
  const opened = both((words) => fill(words.command.officeOpened, { office: officeName }))
  return {
    lines: [...(present ? [] : [opened]), said, ...sayPassword(chosen)],
    data: {
      ...account,
      officer,
      office,
      post,
      ...(chosen.made ? { password: chosen.password } : {}),
    },
  }
}

async function password(given: Given, moment: Moment, chosen: Chosen): Promise<Told> {
  const login = need(given, 'login')
  await resetPassword({ login, password: chosen.password }, moment)
  const said = both((words) => fill(words.command.passwordSet, { login }))
  const data = { login, ...(chosen.made ? { password: chosen.password } : {}) }
  return { lines: [said, ...sayPassword(chosen)], data }
}

async function unlockAccount(given: Given, moment: Moment): Promise<Told> {
  const login = need(given, 'login')
  await unlock({ login }, moment)
  return { lines: [both((words) => fill(words.command.unlocked, { login }))], data: { login } }
}

async function list(_: Given, moment: Moment): Promise<Told> {
  const { accounts } = await answerAccounts({}, moment)
  const lines = accounts.map(({ login, name, inService, locked, posts }) =>
    both((words) => {
      const held = posts.map((post) => `${post.officeName} ${words.postKinds[post.kind]}`)
      const { gone, usable } = words.command
      const state = inService ? (locked ? words.command.locked : usable) : gone
      return fill(words.command.account, { login, name, posts: held.join('、') || '–', state })
    }),
  )
  return {
    lines: lines.length > 0 ? lines : [both((words) => words.command.none)],
    data: { accounts },
  }
}

const verbs: Readonly<Record<string, Verb>> = { add, password, list, unlock: unlockAccount }

const [verb = '', ...words] = process.argv.slice(2)
if (words.includes('--help') || verb === '--help') console.log(usage)
else {
  await runCommand(words.includes('--json'), async (tools) => {
    const found = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (!found) throw misused('请说明要做什么', 'Say what to do', usage)
    const given = readOptions(words, options, usage)
    // Standard input is read before the transaction begins: somebody may be typing.
    const chosen = await choosePassword(given)
    const { lines, data } = await within(given, tools, (moment) => found(given, moment, chosen))
    if (given.json) console.log(JSON.stringify(data))
    else for (const line of lines) console.log(line)
  })
}
