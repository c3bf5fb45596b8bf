import { cleanup, render, screen } from '@testing-library/react'
import { keepAsked } from '@/rooms/identity/asked'
import { RebindAnswer } from '@/rooms/identity/RebindAnswer'

let mockState: 'none' | 'waiting' | 'refused' | 'moved' | 'bound' = 'none'
const mockEntered: string[] = []
const mockKept = new Map<string, unknown>()
jest.mock('@/api', () => ({
  callerScope: () => 'me',
  api: { identity: { openMyRebind: 'identity.openMyRebind' } },
  takeWanted: () => undefined,
  useQueryOf: () => ({ data: { state: mockState, reason: mockState === 'refused' ? '工牌没有对上' : null } }),
  useForgetColleague: () => () => void mockEntered.push('emptied'),
  useRefreshSession: () => async () => void mockEntered.push('session'),
}))
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => mockKept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void mockKept.set(key, value),
    removeStorageSync: (key: string) => void mockKept.delete(key),
    switchTab: async ({ url }: { url: string }) => void mockEntered.push(url),
  },
}))
jest.mock('@/ui/toast/store', () => ({ toast: { show: (words: string) => mockEntered.push(words) } }))

const shownIn = (state: typeof mockState) => {
  mockState = state
  render(<RebindAnswer />)
}

beforeEach(() => {
  mockEntered.length = 0
  mockKept.clear()
})

test.each([
  ['waiting', /超过几天没有回音，就再申请一次/],
  ['refused', /工牌没有对上/],
  ['moved', /换到另一个微信了/],
  ['moved', /不是你申请的？请马上告诉人力资源/],
] as const)('says that a request is %s', (state, words) => {
  shownIn(state)
  expect(screen.getByText(words)).toBeTruthy()
  expect(mockEntered).toEqual(state === 'moved' ? ['emptied'] : [])
})

test('leads in whoever HR has agreed to, with the session first', async () => {
  shownIn('bound')
  await Promise.resolve()
  expect(mockEntered).toEqual(['换绑办好了，欢迎回来', 'session', '/pages/home/index'])
})

test('shows on this phone what was written, until it is done', () => {
  keepAsked({ employeeId: 'VC018842', name: '林晓川' })
  shownIn('waiting')
  expect(screen.getByText(/填的是 VC018842 林晓川/)).toBeTruthy()
  cleanup()
  shownIn('bound')
  expect([...mockKept]).toEqual([])
})

test('shows nothing to whoever has asked for nothing', () => {
  shownIn('none')
  expect(document.body.textContent).toBe('')
})
