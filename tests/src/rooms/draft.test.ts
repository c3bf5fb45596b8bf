import { postIn } from '@/rooms/forum/about'
import {
  calledIn,
  calling,
  emptyDraft,
  isBlank,
  keepDraft,
  readDraft,
} from '@/rooms/forum/pages/compose/draft'
import { problemsOf } from '@/rooms/forum/pages/compose/problems'

const phone = new Map<string, unknown>()
jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))
jest.mock('@/api', () => ({ callerScope: () => 'me' }))
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => phone.get(key) ?? '',
  setStorage: async ({ key, data }: { key: string; data: unknown }) => void phone.set(key, data),
  removeStorage: async ({ key }: { key: string }) => void phone.delete(key),
}))

const written = {
  boardId: 'commute',
  title: '3 号线',
  body: '早六分钟',
  images: [],
  mentions: [],
  poll: null,
  card: null,
}

beforeEach(() => phone.clear())

it('comes back exactly as written, so that the server takes it', async () => {
  await keepDraft(written, 1_700)
  expect(readDraft()).toEqual({ draft: written, savedAt: 1_700 })
})

it('is gone once everything in it is erased', async () => {
  await keepDraft(written, 1_700)
  await keepDraft({ ...written, title: ' ', body: '' }, 1_800)
  expect(readDraft()).toBeNull()
})

it('names the topic in which somebody begins to write, once, and keeps what is there', async () => {
  await postIn('XC90 发布会')
  expect(readDraft()?.draft.body).toBe('#XC90 发布会# ')
  await keepDraft(written, 1_700)
  for (let taps = 0; taps < 2; taps += 1) await postIn('XC90 发布会')
  expect(readDraft()?.draft).toEqual({ ...written, body: '早六分钟 #XC90 发布会# ' })
})

it('calls of two of the same name the one that was chosen last', () => {
  const [first, second] = [
    { employeeId: 'VC000051', name: '王伟' },
    { employeeId: 'VC000052', name: '王伟' },
  ]
  const draft = { ...written, ...calling({ ...written, body: '' }, first) }
  expect(calledIn({ ...draft, ...calling(draft, second) })).toEqual([second.employeeId])
})

it('is blank with a board alone', () => {
  expect(isBlank({ ...emptyDraft, boardId: 'commute' })).toBe(true)
})

it('is worth keeping for a poll or a card alone, and gives both back', async () => {
  const poll = { options: ['肉桂卷', ''], multiple: true, endsOn: '2026-11-20', endsTime: '18:00' }
  const card = {
    kind: 'product' as const,
    id: 'mug',
    title: '珐琅杯',
    coverFileId: 'cloud://test/mug.png',
    coverGround: '#e6e0d9',
    price: 160,
    soldOut: false,
    off: false,
  }
  for (const part of [{ poll }, { card }]) {
    await keepDraft({ ...emptyDraft, ...part }, 1_700)
    expect(readDraft()?.draft).toEqual({ ...emptyDraft, ...part })
  }
})

it('names what is missing', () => {
  expect(Object.keys(problemsOf(emptyDraft))).toEqual(['boardId', 'title', 'body'])
  expect(problemsOf(written)).toEqual({})
})

it('counts an emoji as one character', () => {
  expect(problemsOf({ ...written, title: '👋' }).title).toBeDefined()
  expect(problemsOf({ ...written, title: '👋👋' }).title).toBeUndefined()
})
