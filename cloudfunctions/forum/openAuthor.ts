import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { phoneShownTo } from '../identity/public'
import { isColleague, knownAuthor, saidByAccounts, saidByColleagues } from './authors'
import { ownFollows } from './follow'
import { readPosts } from './readPosts'

export const openAuthor = handle(forum.openAuthor, async (ctx, { authorId, after }) => {
  const said = isColleague(authorId) ? saidByColleagues([authorId]) : saidByAccounts([authorId])
  const [{ author, intro }, phone, { people }, page] = await Promise.all([
    knownAuthor(authorId),
    isColleague(authorId) ? phoneShownTo(ctx.employee, authorId) : null,
    ownFollows(ctx.employee.id),
    readPosts(said, ctx.employee, ctx.now, after),
  ])
  return {
    author,
    intro,
    phone,
    isMe: authorId === ctx.employee.id,
    following: people.includes(authorId),
    ...page,
    now: ctx.now,
  }
})
