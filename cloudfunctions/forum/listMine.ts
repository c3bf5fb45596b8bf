import { forum } from '@domain/forum/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { readPosts } from './readPosts'

export const listMine = handle(forum.listMine, async ({ employee, now }, { after }) => {
  const own = { 'author.employeeId': employee.id, state: _.in(['live', 'hidden'] as const) }
  const page = await readPosts(own, employee, now, after)
  return { ...page, now }
})
