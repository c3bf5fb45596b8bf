import Taro from '@tarojs/taro'
import { sayStale } from '@/rooms/access/decisions'
import { toast, useToast } from '@/ui/toast/store'

const of = (name: string, state: 'withdrawn' | 'member' | 'refused' | 'pending') => ({
  membershipId: `lens:${name}`,
  name,
  state,
})

beforeEach(() => void jest.useFakeTimers())
afterEach(() => {
  toast.dismiss()
  jest.useRealTimers()
})

const said = () => useToast.getState().current

it('says who withdrew before they were decided, long enough to be read, and leads to the application', () => {
  sayStale({ decided: [], stale: [of('陈嘉禾', 'withdrawn')] })
  expect(said()).toMatchObject({ text: '陈嘉禾撤回了申请，没有再动', next: { label: '看看' } })
  jest.advanceTimersByTime(3_900)
  const shown = said()
  if (shown?.kind !== 'plain') throw new Error('Nothing is said any more')
  shown.next?.onTap()
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/rooms/access/pages/approval/index?kind=application&id=lens%3A%E9%99%88%E5%98%89%E7%A6%BE',
  })
})

it('names of a batch who withdrew and who was decided by somebody else', () => {
  const stale = [
    of('陈嘉禾', 'withdrawn'),
    of('沈一宁', 'member'),
    of('许知远', 'refused'),
    of('韩冬', 'member'),
  ]
  sayStale({ decided: ['lens:马骁'], stale })
  expect(said()).toMatchObject({
    text: '陈嘉禾撤回了申请，沈一宁、许知远等 3 位同事的申请已经处理过，没有再动',
  })
})

it('says of one that nobody decides for themselves whom it waits for', () => {
  sayStale({ decided: ['lens:马骁'], stale: [of('韩冬', 'pending'), of('沈一宁', 'member')] })
  expect(said()).toMatchObject({ text: '沈一宁的申请已经处理过，你自己的申请要由会长来回复，没有再动' })
})

it('says nothing where all were decided', () => {
  sayStale({ decided: ['lens:马骁'], stale: [] })
  expect(said()).toBeUndefined()
})
