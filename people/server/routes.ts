import type { Database } from '#foundation/server/database.ts'
import * as administration from '../administration-contract.ts'
import * as contract from '../contract.ts'
import { scopeOf } from '../guard.ts'
import { doorLimits } from '../sign-in-rules.ts'
import { changePassword } from './door/change-password.ts'
import { confirmPhoneCode } from './door/confirm-phone-code.ts'
import type { Door } from './door/door.ts'
import { beginTotp, confirmTotp, removeTotp } from './door/enrol-totp.ts'
import { delegationDaysFor } from './door/limits.ts'
import { requestPhoneCode } from './door/request-phone-code.ts'
import { signIn } from './door/sign-in.ts'
import { signOut } from './door/sign-out.ts'
import * as queries from './queries.ts'
import { guarded, type Route, route } from './route.ts'
import { addAccount } from './staff/add-account.ts'
import { addOfficer } from './staff/add-officer.ts'
import { appoint } from './staff/appoint.ts'
import { closePost } from './staff/close-post.ts'
import { delegate } from './staff/delegate.ts'
import { openOffice } from './staff/open-office.ts'
import { openPost } from './staff/open-post.ts'
import { release } from './staff/release.ts'
import { resetPassword } from './staff/reset-password.ts'
import { retireOfficer } from './staff/retire-officer.ts'
import { succeedOffice } from './staff/succeed-office.ts'
import { unlock } from './staff/unlock.ts'
import { withdrawDelegation } from './staff/withdraw-delegation.ts'

/** Everything that can be asked of this room. Answers with `token` and `endsAt` begin a session: the edge keeps it. */
export function peopleRoutes(house: Omit<Door, 'limits'>): Route[] {
  const door: Door = { ...house, limits: doorLimits }
  return [...doorRoutes(door), ...queryRoutes(door.database), ...deedRoutes(door)]
}

function doorRoutes(door: Door): Route[] {
  return [
    route(contract.signIn, (input, asked) => signIn(door, input, asked)),
    route(contract.signOut, (_, asked) => signOut(door, asked)),
    route(contract.changePassword, (input, asked) => changePassword(door, input, asked)),
    route(contract.beginTotp, (input, asked) => beginTotp(door, input, asked)),
    route(contract.confirmTotp, (input, asked) => confirmTotp(door, input, asked)),
    route(contract.removeTotp, (input, asked) => removeTotp(door, input, asked)),
    route(contract.requestPhoneCode, (input, asked) => requestPhoneCode(door, input, asked)),
    route(contract.confirmPhoneCode, (input, asked) => confirmPhoneCode(door, input, asked)),
  ]
}

function queryRoutes(database: Database): Route[] {
  return [
    guarded(database, contract.me, queries.answerMe),
    guarded(database, contract.offices, queries.answerOffices),
    guarded(database, contract.officeOfficers, queries.answerOfficeOfficers),
    guarded(database, contract.myDelegations, queries.answerMyDelegations),
    guarded(database, administration.posts, queries.answerPosts),
    guarded(database, administration.officers, queries.answerOfficers),
    guarded(database, administration.accounts, queries.answerAccounts),
    guarded(database, administration.auditLog, queries.answerAuditLog),
  ]
}

function deedRoutes({ database, rules }: Door): Route[] {
  return [
    route(contract.delegate, async (input, { by, now, actId }) => {
      const daysMax = await delegationDaysFor(rules, by.county, now)
      return database.within(scopeOf(by), (sql) =>
        delegate(input, { by, now, sql, actId }, daysMax),
      )
    }),
    guarded(database, contract.withdrawDelegation, withdrawDelegation),
    guarded(database, administration.openOffice, openOffice),
    guarded(database, administration.succeedOffice, succeedOffice),
    guarded(database, administration.openPost, openPost),
    guarded(database, administration.closePost, closePost),
    guarded(database, administration.addOfficer, addOfficer),
    guarded(database, administration.retireOfficer, retireOfficer),
    guarded(database, administration.appoint, appoint),
    guarded(database, administration.release, release),
    guarded(database, administration.addAccount, addAccount),
    guarded(database, administration.resetPassword, resetPassword),
    guarded(database, administration.unlock, unlock),
  ]
}
