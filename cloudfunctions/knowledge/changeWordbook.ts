import { knowledge } from '@domain/knowledge/contract'
import { wordbookAfter } from '@domain/knowledge/wordbook'
import { handle } from '@platform/context'
import { wordbooks } from './store'

/** A phone says what it has taken and dropped, not what it holds: two phones do not undo each other's. */
export const changeWordbook = handle(knowledge.changeWordbook, (ctx, change) =>
  ctx.transaction(async tx => {
    const _id = ctx.employee.id
    const before = await wordbooks.in(tx).get(_id)
    const termIds = wordbookAfter(before?.termIds ?? [], change)
    await wordbooks.in(tx).put({ _id, termIds })
    return { termIds }
  }),
)
