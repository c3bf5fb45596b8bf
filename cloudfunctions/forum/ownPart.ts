import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { removeFiles } from '@platform/storage'
import { renameEsteems } from '../coin/public'
import { forgetReports, forgetReviews, ownReviews, silenceReviews } from './ownReviews'
import { isListed } from './ranks'
import {
  type CommentDocument,
  comments,
  edits,
  follows,
  type PostDocument,
  paces,
  posts,
  reports,
  searches,
  topics,
} from './store'

type Kept = 'posts' | 'comments' | 'favourites' | 'follows' | 'reports' | 'reviews'

/** What this room keeps about somebody; of what others wrote only where it is. */
export async function exportOf(employeeId: string): Promise<OwnTables<Kept>> {
  const [ownPosts, ownComments, saved, followed, reported, judged] = await Promise.all([
    readAll(posts, { 'author.employeeId': employeeId }, '_id'),
    readAll(comments, { 'author.employeeId': employeeId }, '_id'),
    readAll(posts, { savers: _.in([employeeId]), state: 'live' }, '_id'),
    follows.get(employeeId),
    reports.find({
      where: { 'reporter.employeeId': employeeId },
      orderBy: [['at', 'desc']],
      limit: REPORTS_MAX,
    }),
    ownReviews(employeeId),
  ])
  return {
    posts: ownPosts.filter(post => !isTalk(post)).map(ownPost),
    comments: ownComments.map(ownComment),
    favourites: saved.map(({ _id, title, postedAt }) => ({ postId: _id, title, postedAt })),
    follows: followed ? [{ topics: followed.topics, people: followed.people }] : [],
    reports: reported.map(({ reviewId, reason, note, at, outcome }) => ({
      reviewId,
      reason,
      note: note ?? '',
      at,
      outcome,
    })),
    reviews: judged,
  }
}

/** What stands beside an article or a broadcast says what that says: of its author's own there is the name alone. */
const isTalk = ({ state, beside }: PostDocument) => state === 'beside' || beside !== undefined

/** As many as one read can return; a day allows a handful. */
const REPORTS_MAX = 1_000

function ownPost({ _id, boardId, title, body, images, state, likes, postedAt, editedAt }: PostDocument) {
  const pictures = images.map(({ fileId }) => fileId)
  return { postId: _id, boardId, title, body, pictures, state, likes, postedAt, editedAt }
}

function ownComment({ _id, postId, body, state, likes, postedAt }: CommentDocument) {
  return { commentId: _id, postId, body, state, likes, postedAt }
}

const BLOCK = 50

/** Favourites, follows and how fast they wrote go; posts and comments stay under 前同事 or lose their words, as the person chose. */
export async function forget(leaving: Leaving, shift: Shift): Promise<boolean> {
  await forgetMarks(leaving)
  if (!(await forgetReports(leaving, shift)) || !(await forgetReviews(leaving, shift))) return false
  for (;;) {
    if (shift.isOver()) return false
    const block = await posts.find({
      where: { 'author.employeeId': leaving.employeeId },
      orderBy: [['_id', 'desc']],
      limit: BLOCK,
    })
    if (!(await forgetPosts(block, leaving))) return false
    if (block.length < BLOCK) break
  }
  for (;;) {
    if (shift.isOver()) return false
    const block = await comments.find({
      where: { 'author.employeeId': leaving.employeeId },
      orderBy: [['_id', 'desc']],
      limit: BLOCK,
    })
    await renameEsteems(
      block.map(({ _id }) => _id),
      leaving.pseudonym,
    )
    const own = block.filter(({ voice }) => !voice).map(({ _id }) => _id)
    if (leaving.words === 'remove' && own.length > 0) await silenceReviews('comment', own)
    for (const comment of block) await forgetComment(comment, leaving)
    if (block.length < BLOCK) return true
  }
}

async function forgetMarks({ employeeId }: Leaving): Promise<void> {
  await posts.updateWhere(
    { savers: _.in([employeeId]) },
    { savers: _.pull(employeeId), favourites: _.inc(-1), heatDue: true },
  )
  const followed = await follows.get(employeeId)
  if (followed && followed.topics.length > 0)
    await topics.updateWhere(
      { _id: _.in(followed.topics), followers: _.in([employeeId]) },
      { followers: _.pull(employeeId), followed: _.inc(-1) },
    )
  await follows.removeWhere({ _id: employeeId })
  await follows.updateWhere({ people: _.in([employeeId]) }, { people: _.pull(employeeId) })
  await paces.removeWhere({ _id: employeeId })
}

/** By a former colleague, also where they took it back themselves. */
function withoutName(
  { voice, withdrawal }: Pick<PostDocument, 'voice' | 'withdrawal'>,
  { employeeId, pseudonym }: Leaving,
) {
  const author = { ...formerPerson(pseudonym), official: voice !== undefined }
  return { author, ...(withdrawal?.by === employeeId ? { 'withdrawal.by': pseudonym } : {}) }
}

/** What was taken back, and why: by the person, who has left. */
const withdrawalOf = ({ pseudonym, at }: Leaving) => ({ by: pseudonym, reason: '作者注销了账号', at })

/**
 * Files, searches and earlier versions first: the author's name goes last, so that a cut-off run finds the post again.
 * @returns false when storage can't be reached, and everything is to be done again
 */
async function forgetPosts(block: readonly PostDocument[], leaving: Leaving): Promise<boolean> {
  const { employeeId, pseudonym } = leaving
  await renameEsteems(
    block.map(({ _id }) => _id),
    pseudonym,
  )
  // What was said for an account stays the account's, and under what stands beside an article others go on talking.
  const isTheirs = (post: PostDocument) => !post.voice && !isTalk(post)
  for (const post of block.filter(one => !isTheirs(one)))
    await posts.updateWhere({ _id: post._id }, withoutName(post, leaving))
  const own = block.filter(isTheirs)
  if (own.length === 0) return true
  const ids = own.map(({ _id }) => _id)
  await edits.removeWhere({ postId: _.in(ids) })
  if (leaving.words === 'remove') {
    if (!(await removeFiles(own.flatMap(({ images }) => images.map(({ fileId }) => fileId))))) return false
    await searches.removeWhere({ _id: _.in(ids) })
    await silenceReviews('post', ids)
  }
  const author = { ...formerPerson(pseudonym), official: false }
  const theirs = { _id: _.in(ids), 'author.employeeId': employeeId }
  if (leaving.words === 'anonymous') {
    await posts.updateWhere({ ...theirs, 'withdrawal.by': employeeId }, { 'withdrawal.by': pseudonym })
    await posts.updateWhere(theirs, { author })
    return true
  }
  await posts.updateWhere(theirs, {
    author,
    state: 'deleted',
    withdrawal: withdrawalOf(leaving),
    title: '',
    body: '',
    images: [],
    mentions: [],
    calledIds: [],
    poll: null,
    card: null,
  })
  return true
}

async function forgetComment(comment: CommentDocument, leaving: Leaving): Promise<void> {
  const { _id, parentId, voice } = comment
  const unnamed = withoutName(comment, leaving)
  if (voice) {
    await comments.updateWhere({ _id }, unnamed)
    return
  }
  const { author } = unnamed
  // Replies tell by name whom they answer.
  await comments.updateWhere(
    { parentId: parentId ?? _id, 'answers.commentId': _id },
    { 'answers.name': author.name, 'answers.employeeId': author.employeeId },
  )
  const removed =
    leaving.words === 'remove'
      ? {
          state: 'deleted' as const,
          withdrawal: withdrawalOf(leaving),
          body: '',
          mentions: [],
          listed: isListed({ ...comment, state: 'deleted' }),
          // The timer counts what changed.
          changedAt: Date.now(),
        }
      : unnamed
  await comments.updateWhere({ _id }, { author, ...removed })
}
