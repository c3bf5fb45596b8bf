import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { readPosts } from './readPosts'

export const listMine = handle(forum.listMine, async ({ employee, now }, { after }) => {
  const page = await readPosts({ 'author.employeeId': employee.id }, employee.id, after)
  return { ...page, now }
})
