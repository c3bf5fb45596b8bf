import { forum } from '@domain/forum/contract'
import { handle } from '@platform/context'
import { isColleague, knownAuthor, saidByAccounts, saidByColleagues } from './authors'
import { ownFollows } from './follow'
import { readPosts } from './readPosts'

export const openAuthor = handle(forum.openAuthor, async (ctx, { authorId, after }) => {
  const said = isColleague(authorId) ? saidByColleagues([authorId]) : saidByAccounts([authorId])
  const [{ author, intro }, { people }, page] = await Promise.all([
    knownAuthor(authorId),
    ownFollows(ctx.employee.id),
    readPosts(said, ctx.employee, ctx.now, after),
  ])
  return {
    author,
    intro,
    isMe: authorId === ctx.employee.id,
    following: people.includes(authorId),
    ...page,
    now: ctx.now,
  }
})
