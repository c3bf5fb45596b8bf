import { identity } from '@domain/identity/contract'
import { COOLING_DAYS } from '@domain/identity/ownData'
import { refuse } from '@domain/kernel/errors'
import { inChina } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { blockersOf, COOLING_MS, deletionView } from './deletions'
import { type DeletionDocument, deletions } from './store'

/** Asking again while one waits changes what becomes of the words, not when it begins. */
export const requestDeletion = handle(identity.requestDeletion, async (ctx, { words, confirmedBy }) => {
  const employeeId = ctx.employee.id
  refuse(confirmedBy.trim().toUpperCase() !== employeeId, 'IDENTITY_DELETION_UNCONFIRMED', ['confirmedBy'])
  refuse((await blockersOf(ctx.employee, ctx.now)).length > 0, 'IDENTITY_DELETION_BLOCKED')
  return ctx.transaction(async tx => {
    const before = await deletions.in(tx).get(employeeId)
    if (before) {
      await deletions.in(tx).update(employeeId, { words })
      return deletionView({ ...before, words })
    }
    const asked: DeletionDocument = {
      _id: employeeId,
      words,
      askedAt: ctx.now,
      dueAt: ctx.now + COOLING_MS,
      pseudonym: null,
      done: 0,
    }
    await deletions.in(tx).insert(asked)
    await notify(tx, {
      _id: ctx.newId('notice'),
      employeeId,
      kind: 'account',
      title: `${COOLING_DAYS} 天后注销`,
      body: `${inChina(asked.dueAt).format('M 月 D 日 H:mm')} 开始清理，之前随时可以在「我的数据」里撤回。`,
      at: ctx.now,
      target: null,
    })
    return deletionView(asked)
  })
})
