import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { stillHere } from './mentions'

export const listCalled = handle(forum.listCalled, async (_ctx, { employeeIds }) => ({
  colleagues: await stillHere(employeeIds),
}))
