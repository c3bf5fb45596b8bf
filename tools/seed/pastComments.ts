import type { PostDocument } from '../../cloudfunctions/forum/store'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { Instant } from '../../domain/kernel/time'
import type { CastMember } from './cast'
import { addComment, freshRemark, OLDEST_DAYS_AGO, type Talk } from './forum'
import { changeOf, type Deed } from './ledger'
import type { World } from './world'

/** What one comment earns in a Happy Hour and out of it, by the rules as delivered. */
const IN_HAPPY_HOUR = 4
const OUTSIDE = 2
/** As many as the day's cap pays in full. */
const A_DAY_MAX = 5
/** Over how many days the comments are spread: they end before anybody spends. */
const DAYS = 84
/** A few posts after the first, so that everybody finds one that is somebody else's. */
const FIRST_DAYS_AGO = OLDEST_DAYS_AGO - 3

/**
 * Accounts have no opening balance: what somebody owns was earned. So this lets a member of the cast have commented,
 * mostly in Happy Hours, until their account comes to about what it should.
 */
export function commentUpTo(world: World, talk: Talk, member: CastMember, deeds: readonly Deed[]): void {
  const author = world.who(member.key)
  const needed = member.coins - changeOf(deeds, author._id)
  if (needed < OUTSIDE) return
  const count = Math.floor(needed / IN_HAPPY_HOUR)
  const days = Math.max(DAYS, Math.ceil(count / A_DAY_MAX))
  for (let index = 0; index < count; index += 1) {
    const daysAgo = FIRST_DAYS_AGO - Math.floor((index * days) / count)
    say(world, talk, author, world.calendar.at(daysAgo, happyClock(world)))
  }
  const rest = needed % IN_HAPPY_HOUR
  if (rest >= OUTSIDE) say(world, talk, author, world.calendar.at(FIRST_DAYS_AGO - DAYS - 1, '13:10'))
}

function happyClock({ chance }: World): string {
  const minute = String(chance.whole(1, 58)).padStart(2, '0')
  return `${chance.pick([7, 8, 18])}:${minute}`
}

/** People read back so many posts. */
const READ_BACK = 5

/** What keeps somebody from commenting again, as if so many others had. */
const SAID_BEFORE = 100

/** A remark under one of the latest posts of others, where least was said. */
function say(world: World, talk: Talk, author: EmployeeDocument, at: Instant): void {
  const read = talk.posts
    .filter(({ postedAt, author: { employeeId } }) => postedAt < at && employeeId !== author._id)
    .sort((a, b) => b.postedAt - a.postedAt)
    .slice(0, READ_BACK)
  // Hardly anybody says something twice under one post.
  const saidOf = ({ _id }: PostDocument) =>
    (talk.said.get(_id)?.size ?? 0) + (talk.commented.has(`${_id}:${author._id}`) ? SAID_BEFORE : 0)
  const post = read.reduce((quiet, candidate) => (saidOf(candidate) < saidOf(quiet) ? candidate : quiet))
  addComment(world, talk, { post, author, at, body: freshRemark(world, talk, post, author) })
}
