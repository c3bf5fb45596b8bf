import type { PostDocument } from '../../../cloudfunctions/forum/store'
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { turn, whoHas } from './turns'

const BODY = '今天在嘉定园区试了新的午餐窗口，菜量合适，排队大约十分钟。你们觉得哪个窗口最好吃？'

export function forumScreens({ people, dump, call }: BenchWorld): Subject[] {
  const who = (time: number) => turn(people, time).openid
  const posts = dump<PostDocument>('forum_posts').filter(({ state }) => state === 'live')
  const after = (time: number) => turn(posts.slice(-posts.length / 2), time)._id
  return [
    {
      label: 'talk: forum.openFeed, newest',
      procedure: 'forum.openFeed',
      call: time => call(who(time), 'forum.openFeed', { sort: 'newest' }),
    },
    {
      label: 'talk: forum.openFeed, hot',
      procedure: 'forum.openFeed',
      call: time => call(who(time), 'forum.openFeed', { sort: 'hot' }),
    },
    {
      label: 'talk: forum.openFeed, a later page',
      procedure: 'forum.openFeed',
      call: time => call(who(time), 'forum.openFeed', { sort: 'newest', after: after(time) }),
    },
    {
      label: 'post: forum.openPost',
      procedure: 'forum.openPost',
      call: time => call(who(time), 'forum.openPost', { postId: turn(posts, time)._id }),
    },
    {
      label: 'compose: forum.openCompose',
      procedure: 'forum.openCompose',
      call: time => call(who(time), 'forum.openCompose', {}),
    },
    {
      label: 'my posts: forum.listMine',
      procedure: 'forum.listMine',
      call: time => call(who(time), 'forum.listMine', {}),
    },
  ]
}

/** Forgets what was published of late, because nobody may publish as fast as is measured here. */
const unhurried = {
  collectionName: 'forum_paces',
  queryType: 'WHERE',
  query: '{}',
  merge: true,
  multi: true,
  data: JSON.stringify({ $set: { post: [], comment: [] } }),
}

/** Each action takes what the one before has made: posts are liked and commented on, then taken back. */
export function forumActions({ people, dump, call, engine }: BenchWorld): Subject[] {
  const author = (time: number) => turn(people, time).openid
  const other = (time: number) => turn(people, time + 1).openid
  const moderator = whoHas(people, 'moderator').openid
  const boardId =
    dump<{ _id: string; closed: boolean }>('forum_boards').find(({ closed }) => !closed)?._id ?? ''
  const posts: string[] = []
  const comments: string[] = []
  let published = 0
  const publish = async (time: number) => {
    published += 1
    const input = { boardId, title: `午餐窗口 ${published}`, body: BODY }
    const called = await call(author(time), 'forum.createPost', input)
    posts.push(called.data.postId)
    return called
  }
  const comment = async (time: number) => {
    const called = await call(other(time), 'forum.addComment', {
      postId: turn(posts, time),
      body: '二号窗口。',
    })
    comments.push(called.data.comment.commentId)
    return called
  }
  const like = (time: number) =>
    call(other(time), 'forum.likePost', { postId: turn(posts, time), liked: true })
  return [
    { label: 'forum.createPost', procedure: 'forum.createPost', call: publish },
    { label: 'forum.addComment', procedure: 'forum.addComment', call: comment },
    { label: 'forum.likePost', procedure: 'forum.likePost', call: like },
    {
      label: 'forum.deleteComment',
      procedure: 'forum.deleteComment',
      call: time => call(other(time), 'forum.deleteComment', { commentId: turn(comments, time) }),
    },
    {
      label: 'forum.deletePost',
      procedure: 'forum.deletePost',
      call: time => call(author(time), 'forum.deletePost', { postId: turn(posts, time) }),
    },
    {
      label: 'forum.removePost',
      procedure: 'forum.removePost',
      async prepare(times) {
        posts.length = 0
        await engine.execute('database.modifyDocument', unhurried)
        for (let time = 0; time < times; time += 1) await publish(time)
      },
      call: time =>
        call(moderator, 'forum.removePost', { postId: turn(posts, time), reason: '和这个版块无关' }),
    },
  ]
}
