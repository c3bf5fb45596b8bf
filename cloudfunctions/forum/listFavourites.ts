import { forum } from '@domain/forum/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { readPosts } from './readPosts'

/** By the time they were posted, the newest first. */
export const listFavourites = handle(forum.listFavourites, async ({ employee, now }, { after }) => {
  const page = await readPosts({ savers: _.in([employee.id]) }, employee, now, after)
  return { ...page, now }
})
