import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { shownOf } from '../identity/public'
import { isColleague, knownAuthor, saidByAccounts, saidByColleagues } from './authors'
import { ownFollows } from './follow'
import { readPosts } from './readPosts'

export const openAuthor = handle(forum.openAuthor, async (ctx, { authorId, after }) => {
  const said = isColleague(authorId) ? saidByColleagues([authorId]) : saidByAccounts([authorId])
  const [{ author, intro }, shown, { people }, page] = await Promise.all([
    knownAuthor(authorId),
    isColleague(authorId) ? shownOf(ctx.employee, authorId) : { phone: null },
    ownFollows(ctx.employee.id),
    readPosts(said, ctx.employee, ctx.now, after),
  ])
  return {
    author,
    intro,
    ...shown,
    isMe: authorId === ctx.employee.id,
    following: people.includes(authorId),
    ...page,
    now: ctx.now,
  }
})
