import type { RuleText } from '#foundation/rules-with-citations.ts'
import { starterRules } from '../rules/starter.ts'

/** Everybody may sign in to an invented county: its passwords are printed when it starts. */
const openDoor: RuleText = {
  id: 'list.secondFactorPosts',
  value: { kind: 'list', items: [] },
  citation: '虚构的县，不适用',
  source: 'county',
  note: '演示县和演示账号都是虚构的，密码公开写在启动说明里，因此不要求第二种鉴别，也不要求首次登录改密码。真实的县默认要求三类管理员设置。',
}

/** What an invented county starts with: the starting rules, but for those that guard real accounts. */
export const demoRules: readonly RuleText[] = starterRules.map((rule) =>
  rule.id === openDoor.id ? openDoor : rule,
)
