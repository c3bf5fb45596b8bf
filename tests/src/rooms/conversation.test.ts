import {
  eachOnce,
  idsOf,
  newOf,
  nothingSince,
  repliesOf,
  type Since,
  threadsOf,
  withAimed,
} from '@/rooms/forum/pages/post/conversation'
import type { Comment, Thread } from '@/rooms/forum/post'

const said = (commentId: string, parentId: string | null = null, more: Partial<Comment> = {}): Comment => ({
  commentId,
  parentId,
  answers: null,
  author: { employeeId: 'VC000001', name: '林', site: '上海', department: '研发', official: false },
  body: commentId,
  mentions: [],
  likes: 0,
  liked: false,
  replies: 0,
  mine: false,
  hidden: false,
  gone: false,
  postedAt: 0,
  ...more,
})
const thread = (commentId: string, replies: number, ...first: string[]): Thread => ({
  ...said(commentId, null, { replies }),
  firstReplies: first.map(id => said(id, commentId)),
})
const since = (part: Partial<Since>): Since => ({ ...nothingSince, ...part })
const shape = (answered: Thread[], happened: Partial<Since>) =>
  threadsOf(answered, since(happened)).map(({ comment, replies }) => [
    comment.commentId,
    comment.replies,
    replies.map(({ commentId }) => commentId).join(),
  ])

it('puts what was added on top, under its own comment, and counts it once', () => {
  const answered = [thread('b', 0), thread('a', 3, 'r1', 'r2')]
  const added = [said('c'), said('r4', 'a'), said('r2', 'a')]
  expect(shape(answered, { added })).toEqual([
    ['c', 0, ''],
    ['b', 0, ''],
    ['a', 4, 'r1,r2,r4'],
  ])
})

it('takes back a reply, and a comment with nothing under it', () => {
  const answered = [thread('a', 2, 'r1', 'r2'), thread('b', 0)]
  expect(shape(answered, { gone: new Set(['r1', 'b']) })).toEqual([['a', 1, 'r2']])
})

it('keeps the place of a comment that was taken back while replies stand under it', () => {
  const [shown] = threadsOf([thread('a', 1, 'r1')], since({ gone: new Set(['a']) }))
  expect(shown).toMatchObject({
    comment: { gone: true, body: '', replies: 1 },
    replies: [{ commentId: 'r1' }],
  })
})

it('shows a like at once, of a comment and of a reply', () => {
  const likes = new Map(['a', 'r1'].map(id => [id, { likes: 7, liked: true }]))
  const [shown] = threadsOf([thread('a', 1, 'r1')], since({ likes }))
  expect(shown).toMatchObject({ comment: { likes: 7, liked: true }, replies: [{ likes: 7, liked: true }] })
})

it('knows what of the arrived the reader has not been told', () => {
  const known = idsOf([thread('a', 1, 'r1')])
  const happened = since({ added: [said('b')], held: [said('c')] })
  const arrived = ['a', 'r1', 'b', 'c', 'd'].map(id => said(id))
  expect(newOf(arrived, happened, known).map(({ commentId }) => commentId)).toEqual(['d'])
})

it('takes what is heard of twice for one', () => {
  const twice = eachOnce([said('a'), said('b'), said('a')])
  expect(twice.map(({ commentId }) => commentId)).toEqual(['a', 'b'])
})

it('merges the replies of several answers in the order in which they were written', () => {
  const known = ['r3', 'r1', 'r3', 'r2'].map(id => said(id, 'a'))
  expect(repliesOf(known, since({ gone: new Set(['r2']) })).map(({ commentId }) => commentId)).toEqual([
    'r1',
    'r3',
  ])
})

it('puts the reply that the reader comes for into its thread, on top while that is not reached', () => {
  const aimed = thread('a', 9, 'r1', 'r9')
  expect(withAimed([thread('b', 0)], aimed)).toEqual([aimed, thread('b', 0)])
  expect(withAimed([thread('b', 0), thread('a', 9, 'r1', 'r2')], aimed)).toEqual([
    thread('b', 0),
    thread('a', 9, 'r1', 'r2', 'r9'),
  ])
})
