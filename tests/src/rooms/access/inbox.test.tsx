import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply } from '@/api/envelope'
import { useHeldIds } from '@/api/held/useHeldIds'
import { createQueryClient } from '@/api/queryClient'
import { Inbox } from '@/pages/admin/Inbox'
import type { Inbox as InboxAnswer } from '@/rooms/access/waiting'
import { toast, useToast } from '@/ui/toast/store'
import { providerOf } from '../../../support/queryHarness'

const NOW = 1_800_000_000_000

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  // What is decided is under way until the end of the test.
  send: () => new Promise<CallReply>(() => undefined),
}))

const waiting = ['陈嘉禾', '沈一宁', '许知远'].map((name, index) => ({
  kind: 'application' as const,
  id: `lens:${index}`,
  place: '光影摄影社',
  person: { name },
  title: `${name}想加入`,
  summary: '想学布光。',
  since: NOW - 3_600_000,
}))
const ages = { medianWorkingMs: 1_800_000, longestWorkingMs: 3_600_000 }
const inbox = {
  waiting,
  counts: { application: 3 },
  ages,
  kindAges: { application: ages },
  more: false,
  now: NOW,
  permissions: [],
}

function Page({ shown = inbox }: { shown?: object }) {
  return createElement(Inbox, { inbox: shown as unknown as InboxAnswer, held: useHeldIds() })
}
const approveFirst = () => fireEvent.click(screen.getAllByRole('button', { name: /^同意/ })[0] as HTMLElement)
const shown = () => screen.getAllByText(/想加入$/).map(({ textContent }) => textContent)

beforeEach(() => {
  jest.useFakeTimers()
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(Page)))
})
afterEach(async () => {
  await act(async () => {
    toast.dismiss()
    await jest.runAllTimersAsync()
  })
  jest.useRealTimers()
})

it('counts and names what a newer server lets wait, and says how to come to it', () => {
  cleanup()
  const later = { ...waiting[0], kind: 'expense', id: 'e1', place: '差旅', title: '孟川交了一张单子' }
  const shown = { ...inbox, waiting: [...waiting, later], counts: { application: 3, expense: 1 } }
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(Page, { shown })))
  expect(screen.getByText('4 件等你')).not.toBeNull()
  expect(screen.getByText('其他 · 差旅')).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '去看看：孟川交了一张单子' }))
  expect(useToast.getState().current).toMatchObject({ text: '这一类要用新版处理，关掉小程序再打开就是新版' })
})

it('leads from a parcel to its own order, and says whose it is', () => {
  cleanup()
  const parcel = { ...waiting[0], kind: 'parcel', id: 'o1', place: '寄到家', title: '苏雨桐换了 1 个保温杯' }
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(Page, { shown: { ...inbox, waiting: [parcel] } })))
  fireEvent.click(screen.getByRole('button', { name: '去寄出：苏雨桐换了 1 个保温杯' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/rooms/mall/pages/fulfil/index?kind=home&orderId=o1',
  })
})

it('takes a double tap for one decision: the next person has only slid under the finger', async () => {
  approveFirst()
  approveFirst()
  expect(shown()).toEqual(['沈一宁想加入', '许知远想加入'])
  expect(document.querySelector('.admin__rest')).not.toBeNull()
  await act(() => jest.advanceTimersByTimeAsync(700))
  expect(document.querySelector('.admin__rest')).toBeNull()
  approveFirst()
  expect(shown()).toEqual(['许知远想加入'])
})

const parcel = { ...waiting[0], kind: 'parcel', title: '苏雨桐换了 1 个保温杯' }
// What an earlier test decided is held until the end, so these are others.
const mixed = {
  ...inbox,
  waiting: [
    ...waiting.map(one => ({ ...one, id: `mixed ${one.id}` })),
    ...['o1', 'o2'].map(id => ({ ...parcel, id })),
  ],
  counts: { application: 3, parcel: 2 },
  kindAges: { application: ages, parcel: { medianWorkingMs: 2_400_000, longestWorkingMs: 93_600_000 } },
}
function showMixed() {
  cleanup()
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(Page, { shown: mixed })))
}
/** Whether the words stand under the last card. */
const isUnderTheCards = (words: string) => {
  const cards = document.querySelector('.admin__cards') as HTMLElement
  const place = cards.compareDocumentPosition(screen.getByText(words))
  return place === Node.DOCUMENT_POSITION_FOLLOWING
}

it('says over the cards how long the oldest waits, and under them how long each kind by working hours', () => {
  showMixed()
  expect(screen.getByText('最久的一件等了 1 小时')).not.toBeNull()
  expect(isUnderTheCards('等了多少工时，夜里和周末不算')).toBe(true)
  expect(isUnderTheCards('全部：一半等了不到 30 分钟，最久 1 小时')).toBe(true)
  expect(isUnderTheCards('寄出：一半等了不到 40 分钟，最久 2 个工作日')).toBe(true)
})

it('says of one kind alone how long it waits, in a line over its cards', () => {
  showMixed()
  fireEvent.click(screen.getByText('寄出 2'))
  expect(isUnderTheCards('按工时，一半等了不到 40 分钟，最久 2 个工作日')).toBe(false)
  expect(screen.queryByText('等了多少工时，夜里和周末不算')).toBeNull()
})

it('leaves the half of one thing alone unsaid: its card says how long it waits', () => {
  cleanup()
  const one = {
    ...inbox,
    waiting: [{ ...parcel, id: 'o1' }],
    counts: { parcel: 1 },
    kindAges: { parcel: ages },
  }
  const Provider = providerOf(createQueryClient(() => undefined))
  render(createElement(Provider, null, createElement(Page, { shown: one })))
  expect(screen.getByText('最久的一件等了 1 小时')).not.toBeNull()
  expect(screen.queryByText(/一半等了/)).toBeNull()
})

it('leaves out how long half have waited while it still counts what is decided here', () => {
  showMixed()
  approveFirst()
  expect(screen.getByText('最久的一件等了 1 小时')).not.toBeNull()
  expect(screen.queryByText(/^全部：/)).toBeNull()
  expect(screen.queryByText(/^入会：/)).toBeNull()
})

it('finds in a long list who waits, and says what is late', () => {
  cleanup()
  const many = Array.from({ length: 12 }, (_, index) => ({
    ...waiting[0],
    id: `lens:${index}`,
    person: { name: `同事${index}`, department: '质量' },
    title: `同事${index}想加入`,
    since: NOW - (index === 3 ? 50 : 1) * 3_600_000,
  }))
  const Provider = providerOf(createQueryClient(() => undefined))
  const long = { ...inbox, waiting: many, counts: { application: 12 } }
  render(createElement(Provider, null, createElement(Page, { shown: long })))
  expect(screen.getByText('最久的一件等了 2 天')).not.toBeNull()
  const search = screen.getByLabelText('同事、协会或事由')
  fireEvent.change(search, { target: { value: '同事11' } })
  expect(shown()).toEqual(['同事11想加入'])
  fireEvent.change(search, { target: { value: '谁也不是' } })
  expect(screen.getByText('等你的里面没有「谁也不是」')).not.toBeNull()
  fireEvent.change(search, { target: { value: '' } })
  fireEvent.click(screen.getByText('晚了 1'))
  expect(shown()).toEqual(['同事3想加入'])
})
