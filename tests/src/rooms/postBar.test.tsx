import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { type ComponentProps, createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { PostBar } from '@/rooms/forum/pages/post/PostBar'
import type { Post } from '@/rooms/forum/post'
import { toast, useToast } from '@/ui/toast/store'
import { providerOf } from '../../support/queryHarness'

const mockOpened: unknown[] = []
const mockSent: unknown[] = []
const mockRefused: object[] = []
const mockWang = { employeeId: 'VC000051', name: '王伟', site: '上海', department: '质量' }
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async ({ procedure, input }: CallRequest): Promise<CallReply> => {
    if (procedure === 'findColleagues') return { ok: true, data: { colleagues: [mockWang] } }
    // Whoever calls is not offered: who that is, is asked beside.
    if (procedure === 'openSession') return { ok: true, data: { standing: 'employee', me: null } }
    mockSent.push(input)
    if (mockRefused.length > 0) return { ok: false, error: mockRefused.shift() as never }
    return { ok: true, data: { comment: { commentId: 'c1' }, comments: 1, earned: null } }
  },
}))
jest.mock('@/rooms/ShareButton', () => ({ ShareButton: () => null }))
jest.mock('@/rooms/open', () => ({ openPage: (...to: unknown[]) => mockOpened.push(to) }))

const NOW = Date.parse('2026-11-19T07:30:00+08:00')
const silence = {
  until: Date.parse('2026-11-22T07:30:00+08:00'),
  reason: '说事可以，说人不行',
  reviewId: 'post.p0',
  appealable: true,
}

beforeEach(() => {
  const stored = new Map<string, unknown>()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
  jest.mocked(Taro.removeStorageSync).mockImplementation(key => void stored.delete(String(key)))
})

/** Opens the bar of a post, as somebody who comes to its page does. */
async function openBar(postId: string, more: Partial<ComponentProps<typeof PostBar>> = {}) {
  const Provider = providerOf(createQueryClient(() => undefined))
  const bar = createElement(PostBar, {
    post: { postId, likes: 0, favourites: 0, liked: false, favourited: false } as Post,
    voices: [],
    silence: null,
    now: NOW,
    multiplier: 1,
    answering: undefined,
    onAnswerEnd: () => undefined,
    onWritten: () => undefined,
    ...more,
  })
  return act(async () => render(createElement(Provider, null, bar)))
}

const box = () => screen.getByLabelText('写评论') as HTMLTextAreaElement
const write = (value: string) => fireEvent.change(box(), { target: { value } })

it('tells whoever is muted until when and why before they write, and leads to the appeal', async () => {
  await openBar('p1', { silence })
  expect(screen.getByText('停言到 11 月 22 日 7:30')).toBeTruthy()
  expect(screen.getByText('说事可以，说人不行')).toBeTruthy()
  expect(screen.queryByLabelText('写评论')).toBeNull()
  fireEvent.click(screen.getByText('申诉'))
  expect(mockOpened).toEqual([['forum/appeal', { reviewId: 'post.p0' }]])
})

it('keeps what is being written under each post by itself until it is out', async () => {
  const first = await openBar('p1')
  write('写到一半')
  first.unmount()
  const other = await openBar('p2')
  expect(box().value).toBe('')
  other.unmount()
  const again = await openBar('p1')
  expect(box().value).toBe('写到一半')
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '发送' }))
  })
  expect(box().value).toBe('')
  again.unmount()
  await openBar('p1')
  expect(box().value).toBe('')
})

it('answers as the account whose post it is, for whoever may speak as it', async () => {
  const post = {
    postId: 'p3',
    author: { employeeId: 'union', name: '工会', site: '', department: '', official: true },
  } as Post
  const voices = [
    { accountId: 'company', name: '公司' },
    { accountId: 'union', name: '工会' },
  ]
  const own = await openBar('p3', { post, voices })
  write('谢谢大家')
  expect(screen.getByText('以工会').getAttribute('aria-pressed')).toBe('true')
  own.unmount()
  await openBar('p4', { post: { ...post, postId: 'p4' }, voices: voices.slice(0, 1) })
  write('谢谢大家')
  expect(screen.getByText('以我的名义').getAttribute('aria-pressed')).toBe('true')
})

it('asks whom the words call where an @ is typed, and sends who is meant', async () => {
  await openBar('p6')
  write('问问 ')
  write('问问 @')
  fireEvent.change(screen.getByLabelText('姓名、拼音或编号'), { target: { value: 'wang' } })
  fireEvent.click(await screen.findByText('王伟'))
  expect(box().value).toBe('问问 @王伟 ')
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '发送' }))
  })
  expect(mockSent.at(-1)).toMatchObject({ body: '问问 @王伟', mentionIds: ['VC000051'] })
})

it('takes away the message that lies where it grows to', async () => {
  await openBar('p5')
  toast.show('已经发布')
  write('我也来说')
  expect(useToast.getState().current).toBeUndefined()
})

it('keeps what the content check says at the box until the words are others', async () => {
  await openBar('p7')
  write('加微信代购')
  const message = '内容里有不合适的表达，改一改再发'
  mockRefused.push({ code: 'CONTENT_REJECTED', kind: 'invalid', message, requestId: 'r' })
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '发送' }))
  })
  expect(screen.getByRole('alert').textContent).toBe(message)
  expect(box().value).toBe('加微信代购')
  expect(useToast.getState().current).toBeUndefined()
  write('代购')
  expect(screen.queryByRole('alert')).toBeNull()
})
