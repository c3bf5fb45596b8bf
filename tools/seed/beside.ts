import type { CommentDocument, PostDocument } from '../../cloudfunctions/forum/store'
import { bestKeyOf } from '../../domain/forum/conversation'
import { heatKeyOf } from '../../domain/forum/heat'
import type { Instant } from '../../domain/kernel/time'
import { personOf } from './people'
import type { Person, World } from './world'

interface Beside {
  postId: string
  title: string
  words: string
  author: Person
  at: Instant
  said: readonly { who: string; body: string; at: Instant }[]
  /** To whom and from when on the thing is shown. */
  beside: NonNullable<PostDocument['beside']>
}

/** The post that stands beside a thing of another room, with what was said under it. */
export function besideOf(
  world: World,
  { postId, title, words, author, at, said, beside }: Beside,
): { post: PostDocument; comments: CommentDocument[] } {
  const comments = said.map(one => commentOf(world, postId, one))
  const counts = { likes: 0, comments: comments.length, favourites: 0, postedAt: at }
  const post: PostDocument = {
    _id: postId,
    boardId: '',
    author: { ...author, official: false },
    title,
    body: words,
    images: [],
    topics: [],
    topicIds: [],
    mentions: [],
    poll: null,
    card: null,
    postedAt: at,
    changedAt: at,
    likers: [],
    likes: 0,
    savers: [],
    favourites: 0,
    written: comments.length,
    withdrawn: 0,
    heatKey: heatKeyOf(postId, counts),
    heatDue: false,
    featuredKey: '',
    wasFeatured: false,
    pinnedAt: null,
    editedAt: null,
    edits: 0,
    state: 'beside',
    withdrawal: null,
    beside,
  }
  return { post, comments }
}

function commentOf(world: World, postId: string, { who, body, at }: Beside['said'][number]): CommentDocument {
  const _id = world.chance.id(at)
  return {
    _id,
    postId,
    parentId: null,
    answers: null,
    earlyOf: null,
    listed: true,
    author: { ...personOf(world.who(who)), official: false },
    body,
    likers: [],
    likes: 0,
    written: 0,
    withdrawn: 0,
    heatKey: bestKeyOf(_id, { likes: 0, replies: 0 }),
    heatDue: false,
    state: 'live',
    withdrawal: null,
    postedAt: at,
    changedAt: at,
  }
}
