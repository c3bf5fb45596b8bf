import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { removeFiles } from '@platform/storage'
import { renameEsteems } from '../coin/public'
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
  reviews,
  searches,
  topics,
} from './store'

type Kept = 'posts' | 'comments' | 'favourites' | 'follows' | 'reports'

/** What this room keeps about somebody; of what others wrote only where it is. */
export async function exportOf(employeeId: string): Promise<OwnTables<Kept>> {
  const [ownPosts, ownComments, saved, followed, reported] = await Promise.all([
    readAll(posts, { 'author.employeeId': employeeId }, '_id'),
    readAll(comments, { 'author.employeeId': employeeId }, '_id'),
    readAll(posts, { savers: _.in([employeeId]), state: 'live' }, '_id'),
    follows.get(employeeId),
    reports.find({
      where: { 'reporter.employeeId': employeeId },
      orderBy: [['at', 'desc']],
      limit: REPORTS_MAX,
    }),
  ])
  return {
    posts: ownPosts.map(ownPost),
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
  }
}

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
    for (const comment of block) await forgetComment(comment, leaving)
    if (block.length < BLOCK) return true
  }
}

async function forgetMarks({ employeeId, pseudonym }: Leaving): Promise<void> {
  const author = { ...formerPerson(pseudonym), official: false }
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
  await paces.removeWhere({ _id: employeeId })
  await reports.updateWhere(
    { 'reporter.employeeId': employeeId },
    { reporter: formerPerson(pseudonym), note: '' },
  )
  await reviews.updateWhere({ 'author.employeeId': employeeId }, { author })
}

/** What was taken back, and why: by the person, who has left. */
const withdrawalOf = ({ pseudonym, at }: Leaving) => ({ by: pseudonym, reason: '作者注销了账号', at })

/**
 * Files, searches and earlier versions first: the author's name goes last, so that a cut-off run finds the post again.
 * @returns false when storage can't be reached, and everything is to be done again
 */
async function forgetPosts(block: readonly PostDocument[], leaving: Leaving): Promise<boolean> {
  if (block.length === 0) return true
  const ids = block.map(({ _id }) => _id)
  const author = { ...formerPerson(leaving.pseudonym), official: false }
  await renameEsteems(ids, leaving.pseudonym)
  await edits.removeWhere({ postId: _.in(ids) })
  if (leaving.words === 'remove') {
    if (!(await removeFiles(block.flatMap(({ images }) => images.map(({ fileId }) => fileId))))) return false
    await searches.removeWhere({ _id: _.in(ids) })
  }
  const own = { _id: _.in(ids), 'author.employeeId': leaving.employeeId, 'author.official': _.neq(true) }
  // What was said for an account stays the account's; only who typed it goes.
  await posts.updateWhere(
    { _id: _.in(ids), 'author.employeeId': leaving.employeeId, 'author.official': true },
    { 'author.employeeId': leaving.pseudonym },
  )
  if (leaving.words === 'anonymous') {
    await posts.updateWhere(own, { author })
    return true
  }
  await posts.updateWhere(own, {
    author,
    state: 'deleted',
    withdrawal: withdrawalOf(leaving),
    title: '',
    body: '',
    images: [],
    mentions: [],
    poll: null,
    card: null,
  })
  return true
}

async function forgetComment(comment: CommentDocument, leaving: Leaving): Promise<void> {
  const { _id, parentId } = comment
  const author = { ...formerPerson(leaving.pseudonym), official: false }
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
          listed: isListed({ ...comment, state: 'deleted' }),
          // The timer counts what changed.
          changedAt: Date.now(),
        }
      : {}
  await comments.updateWhere({ _id }, { author, ...removed })
}
