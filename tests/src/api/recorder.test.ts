import { errorReply } from '@domain/kernel/errors'
import Taro from '@tarojs/taro'
import type { CallReply, CallRequest } from '@/api/envelope'
import { followVisits, recordAction, recordRead, recordView } from '@/api/recorder/recorder'
import { api } from '@/api/reference'

const sent: CallRequest[] = []
let answer: CallReply

jest.mock('@/api/transport', () => ({
  send: async (request: CallRequest) => {
    sent.push(request)
    return answer
  },
}))

const kept: CallReply = { ok: true, data: { kept: true } }
const failure = (code: 'TOO_BUSY' | 'IDENTITY_NOT_REGISTERED'): CallReply => ({
  ok: false,
  error: errorReply(code, 'the-request-id'),
})

const storage = new Map<string, string>()
const phone = Taro as unknown as Record<string, jest.Mock>
const told = (name: string) => () => {
  for (const [listener] of phone[name]?.mock.calls ?? []) listener()
}
const come = told('onAppShow')
const putAway = async () => {
  told('onAppHide')()
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}
const lookAt = (route: string, options: object = {}) => {
  phone.getCurrentPages?.mockReturnValue([{ route, options }])
  recordView()
}

beforeAll(() => {
  phone.getStorageSync?.mockImplementation((key: string) => JSON.parse(storage.get(key) ?? '""'))
  phone.setStorageSync?.mockImplementation((key: string, value: unknown) =>
    storage.set(key, JSON.stringify(value)),
  )
  followVisits()
})

beforeEach(() => {
  sent.length = 0
  answer = kept
})

test('pages and deeds go out in one call, and nothing of who, which post or what was written', async () => {
  come()
  lookAt('pages/home/index')
  lookAt('rooms/forum/pages/post/index', { postId: '01JSECRET', name: '林晓川' })
  recordAction(api.forum.likePost)
  expect(sent).toEqual([])
  await putAway()
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ room: 'stats', procedure: 'record' })
  const { visitId, events, ...rest } = (sent[0] as CallRequest).input as { visitId: string; events: object[] }
  expect(rest).toEqual({ posts: [] })
  expect(visitId).toMatch(/^[\w-]{8,64}$/)
  expect(events).toEqual([
    { kind: 'visit', what: 'pages/app', number: 0, secondsAgo: 0 },
    { kind: 'view', what: 'pages/home', number: 1, secondsAgo: 0 },
    { kind: 'view', what: 'forum/post', number: 2, secondsAgo: 0 },
    { kind: 'action', what: 'forum.likePost', number: 3, secondsAgo: 0 },
  ])
  await putAway()
  expect(sent).toHaveLength(1)
})

test('a post that was read is told beside the events, once a batch, and no event says which', async () => {
  lookAt('rooms/forum/pages/post/index')
  for (const postId of ['post-1', 'post-2', 'post-1']) recordRead(postId)
  await putAway()
  recordRead('post-1')
  await putAway()
  const [first, second] = sent.map(({ input }) => input as { events: object[]; posts: string[] })
  expect(first?.posts).toEqual(['post-1', 'post-2'])
  expect(JSON.stringify(first?.events)).not.toContain('post-1')
  expect(second).toMatchObject({ events: [], posts: ['post-1'] })
})

test('a batch that met a busy cloud is sent again under its id; one that is refused for good is let go', async () => {
  answer = failure('TOO_BUSY')
  lookAt('pages/me/index')
  await putAway()
  answer = kept
  await putAway()
  const [busy, again] = sent
  expect(sent).toHaveLength(2)
  expect(again?.requestId).toBe(busy?.requestId)
  answer = failure('IDENTITY_NOT_REGISTERED')
  lookAt('pages/me/index')
  await putAway()
  await putAway()
  expect(sent).toHaveLength(3)
})

test('a phone whose storage is full shows its pages all the same', async () => {
  phone.setStorageSync?.mockImplementationOnce(() => {
    throw new Error('exceed max storage size')
  })
  expect(() => lookAt('pages/fun/index')).not.toThrow()
})
