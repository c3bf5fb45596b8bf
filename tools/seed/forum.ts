import type { BoardDocument, CommentDocument, PostDocument } from '../../cloudfunctions/forum/store'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { topicsOf } from '../../domain/forum/topics'
import type { Voice } from '../../domain/forum/voices'
import { statementTitle } from '../../domain/forum/wording'
import { sortKey } from '../../domain/kernel/paging'
import { type Instant, inChina } from '../../domain/kernel/time'
import { speakerBy } from './accounts'
import { cast } from './cast'
import { fileIdOf, sizeOf } from './files'
import type { Deed } from './ledger'
import { likesOf } from './likes'
import { personOf } from './people'
import { remarksOn } from './remarks'
import { boards, commuteTalk, launchTalk, photoTalk, type Told } from './talk'
import { familyTalk, lifeTalk, recurring, sportTalk } from './talkMore'
import { withTopic } from './topics'
import type { World } from './world'

/** Everything that was said, and what it moved. */
export interface Talk {
  posts: PostDocument[]
  comments: CommentDocument[]
  deeds: Deed[]
  /** What has been said under each post, so that nobody says it again. */
  said: Map<string, Set<string>>
  /** `<post>:<employee>` of whoever has commented. */
  commented: Set<string>
}

/** The boards, each knowing what stands on top of it. */
export function boardsOf({ posts }: Pick<Talk, 'posts'>): BoardDocument[] {
  return boards.map(({ id, name, closed = false }, order) => {
    const pinned = posts.filter(({ boardId, pinnedAt }) => boardId === id && pinnedAt !== null)
    const pinnedIds = pinned.map(({ _id }) => _id)
    return { _id: id, name, closed, order, ...(pinnedIds.length > 0 ? { pinnedIds } : {}) }
  })
}

/** Colleagues who talk: the cast but for those who have left. */
export function talkers(world: World): EmployeeDocument[] {
  return cast.filter(({ left }) => !left).map(({ key }) => world.who(key))
}

/** The last week, then what comes back every few weeks for four months before. */
export function talkOf(world: World): Talk {
  const talk: Talk = { posts: [], comments: [], deeds: [], said: new Map(), commented: new Set() }
  const lately = [launchTalk, commuteTalk, photoTalk, familyTalk, sportTalk, lifeTalk]
  for (const told of lately.flat()) tell(world, talk, told)
  removeOne(world, talk)
  for (let daysAgo = OLDEST_DAYS_AGO; daysAgo >= NEWEST_DAYS_AGO; daysAgo -= 1)
    tellAgain(world, talk, daysAgo)
  return talk
}

export const OLDEST_DAYS_AGO = 119
const NEWEST_DAYS_AGO = 9
const CHATTER_WITHIN_MINUTES = 240
const PINNED_AFTER_MINUTES = 5
const FEATURED_AFTER_MINUTES = 180
/** One in so many who like a post keeps it. */
const LIKES_A_FAVOURITE = 3
/** And one in so many likes a comment below it. */
const LIKES_A_COMMENT_LIKE = 4

/** One post with what was said and felt about it. */
export function tell(world: World, talk: Talk, told: Told): void {
  const { calendar, chance } = world
  const at =
    typeof told.when === 'number' ? calendar.minutesAgo(told.when) : calendar.of(told.when[0], told.when[1])
  const words = withTopic(told.body, told.board)
  const post = addPost(world, talk, { ...told, body: words, ...speakerBy(world, told.by), at })
  if (told.pinned) post.pinnedAt = calendar.after(at, PINNED_AFTER_MINUTES)
  if (told.featured) feature(talk, post, calendar.after(at, FEATURED_AFTER_MINUTES))
  const said: CommentDocument[] = []
  for (const [by, minutesLater, body, answers] of told.said ?? []) {
    const comment = { post, ...speakerBy(world, by), at: calendar.after(at, minutesLater), body }
    said.push(
      addComment(world, talk, { ...comment, answered: answers === undefined ? undefined : said[answers] }),
    )
  }
  const passers = talkers(world).filter(({ _id }) => _id !== post.author.employeeId)
  for (const author of chance.sample(passers, told.chatter ?? 0)) {
    const later = calendar.after(at, chance.whole(2, CHATTER_WITHIN_MINUTES))
    addComment(world, talk, { post, author, at: later, body: freshRemark(world, talk, post, author) })
  }
  const likes = chance
    .sample(passers, told.likes)
    .map(({ _id }) => ({ _id, likedAt: calendar.after(at, chance.whole(1, CHATTER_WITHIN_MINUTES)) }))
  post.likers.push(...likes.sort((a, b) => a.likedAt - b.likedAt).map(({ _id }) => _id))
  for (const [index, comment] of said.entries())
    comment.likers.push(...post.likers.filter((_, place) => place % LIKES_A_COMMENT_LIKE === index))
  const last = likes.at(-1)
  if (last) for (const liked of [post, ...said]) if (liked.likers.length > 0) liked.likedAt = last.likedAt
  talk.deeds.push(...likesOf([post, ...said], calendar.after(at, CHATTER_WITHIN_MINUTES)))
  post.savers.push(...post.likers.filter((_, index) => index % LIKES_A_FAVOURITE === 0))
}

/** A moderator has chosen a post, and its author is paid for it. */
function feature(talk: Talk, post: PostDocument, at: Instant): void {
  post.featuredKey = sortKey(at, post._id)
  post.wasFeatured = true
  talk.deeds.push({
    kind: 'earn',
    reason: 'forum.featured',
    at,
    employeeId: post.author.employeeId,
    sourceId: post._id,
    title: statementTitle.featured(post.title),
    subject: { kind: 'post', id: post._id },
  })
}

/** So many of a hundred remarks are of what fits a post best, as long as there are any. */
const FITTING_SHARE = 42

/** A remark for somebody to make under a post, one that nobody has made there yet as long as there is one. */
export function freshRemark(
  { chance }: World,
  talk: Talk,
  post: PostDocument,
  author: EmployeeDocument,
): string {
  const fitting = remarksOn(post, author.site)
  const fresh = fitting.map(remarks => remarks.filter(remark => !talk.said.get(post._id)?.has(remark)))
  const [fittest, ...others] = fresh.filter(remarks => remarks.length > 0)
  // Not all that fits at first: the latest remarks are read first.
  const [second = fittest] = others
  return chance.pick((chance.whole(1, 100) <= FITTING_SHARE ? fittest : second) ?? fitting.flat())
}

function tellAgain(world: World, talk: Talk, daysAgo: number): void {
  const { calendar, chance } = world
  const [board, title, body] = recurring[daysAgo % recurring.length] as (typeof recurring)[number]
  const at = calendar.at(daysAgo, chance.pick(['6:50', '12:15', '18:10', '20:05']))
  const author = daysAgo % 8 === 0 ? world.who('linxiaochuan') : chance.pick(talkers(world))
  addPost(world, talk, { board, title: `${inChina(at).format('M 月 D 日')}，${title}`, body, author, at })
}

interface NewPost {
  board: string
  title: string
  body: string
  images?: readonly string[]
  author: EmployeeDocument
  voice?: Voice
  at: Instant
}

export function addPost(
  { chance }: World,
  talk: Talk,
  { board, title, body, images, author, voice, at }: NewPost,
): PostDocument {
  const _id = chance.id(at)
  const post: PostDocument = {
    _id,
    boardId: board,
    ...saidBy(author, voice),
    title,
    body,
    ...topicsOf(`${title}\n${body}`),
    mentions: [],
    images: (images ?? []).map(name => ({
      fileId: fileIdOf('covers', name),
      traceId: `demo-${_id}-${name}`,
      state: 'passed',
      ...sizeOf('covers'),
    })),
    likers: [],
    likes: 0,
    savers: [],
    favourites: 0,
    featuredKey: '',
    wasFeatured: false,
    pinnedAt: null,
    editedAt: null,
    edits: 0,
    written: 0,
    withdrawn: 0,
    heatKey: '',
    heatDue: false,
    state: 'live',
    withdrawal: null,
    postedAt: at,
  }
  talk.posts.push(post)
  if (voice) return post
  talk.deeds.push({
    kind: 'earn',
    reason: 'forum.post',
    at,
    employeeId: author._id,
    sourceId: _id,
    title: statementTitle.posted(title),
    subject: { kind: 'post', id: _id },
  })
  return post
}

interface NewComment {
  post: PostDocument
  author: EmployeeDocument
  voice?: Voice
  at: Instant
  body: string
  /** The comment that it answers. */
  answered?: CommentDocument | undefined
}

export function addComment(
  { chance }: World,
  talk: Talk,
  { post, author, voice, at, body, answered }: NewComment,
): CommentDocument {
  const comment: CommentDocument = {
    _id: chance.id(at),
    postId: post._id,
    parentId: answered ? (answered.parentId ?? answered._id) : null,
    answers: answered?.parentId
      ? { commentId: answered._id, name: (answered.voice ?? answered.author).name }
      : null,
    earlyOf: null,
    listed: answered === undefined,
    ...saidBy(author, voice),
    body,
    likers: [],
    likes: 0,
    written: 0,
    withdrawn: 0,
    heatKey: '',
    heatDue: false,
    state: 'live',
    withdrawal: null,
    postedAt: at,
    changedAt: at,
  }
  talk.comments.push(comment)
  talk.said.set(post._id, (talk.said.get(post._id) ?? new Set()).add(body))
  talk.commented.add(`${post._id}:${author._id}`)
  if (voice) return comment
  talk.deeds.push({
    kind: 'earn',
    reason: 'forum.comment',
    at,
    employeeId: author._id,
    sourceId: comment._id,
    title: statementTitle.commented(body),
    subject: { kind: 'post', id: post._id },
  })
  return comment
}

/** One comment of the shuttle quarrel went too far and was taken down, with the coins that it had earned. */
function removeOne(world: World, talk: Talk): void {
  const { calendar } = world
  const post = talk.posts.find(({ title }) => title.startsWith('3 号线')) as PostDocument
  const author = world.who('linxiaochuan')
  const comment = addComment(world, talk, {
    post,
    author,
    at: calendar.after(post.postedAt, 3),
    body: '坐 3 号线的都是起不来的人吧',
  })
  const withdrawal = {
    by: world.who('wangyanqiu')._id,
    reason: '针对同事，请换一种说法',
    at: calendar.after(post.postedAt, 600),
  }
  Object.assign(comment, { state: 'removed', withdrawal, listed: false, changedAt: withdrawal.at })
  talk.deeds.push({
    kind: 'reverse',
    reason: 'forum.comment',
    at: withdrawal.at,
    employeeId: author._id,
    sourceId: comment._id,
    title: statementTitle.removed(comment.body),
    subject: { kind: 'post', id: post._id },
    because: withdrawal.reason,
  })
}

function saidBy(
  employee: EmployeeDocument,
  voice: Voice | undefined,
): Pick<PostDocument, 'author' | 'voice'> {
  const author = { ...personOf(employee), official: voice !== undefined }
  return voice ? { author, voice } : { author }
}
