import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import type { Opened } from '@/rooms/content/pages/draft/articleDraft'
import { Decision } from '@/rooms/content/pages/draft/Decision'
import { articleWords } from '../../../support/contentSamples'
import { providerOf } from '../../../support/queryHarness'

const mockSent: CallRequest[] = []
const mockAnswers: Record<string, unknown> = {
  openSession: { me: { employeeId: 'chief', grants: [{ role: 'chiefEditor' }] } },
  listAudiences: {
    cities: [{ value: '上海', people: 30 }],
    departments: [
      { value: '质量', people: 1_200 },
      { value: '总装', people: 4 },
    ],
  },
  discardRevision: { articleId: 'b' },
  decideArticle: { state: 'published', version: 3 },
}
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (request: CallRequest): Promise<CallReply> => {
    mockSent.push(request)
    return { ok: true, data: mockAnswers[request.procedure] }
  },
}))

const opened = {
  articleId: 'a',
  version: 2,
  state: 'review',
  words: { ...articleWords, push: true, mustRead: true, mustReadBy: '2026-11-26' },
  writerIds: ['writer'],
  revises: null,
  canDiscard: false,
} as unknown as Opened

const sentOf = (procedure: string) => mockSent.filter(one => one.procedure === procedure)

async function decide(of: Opened) {
  const Provider = providerOf(createQueryClient(() => undefined))
  await act(async () => {
    render(createElement(Provider, null, createElement(Decision, { opened: of })))
  })
  return async (name: string) => {
    const found = await screen.findByText(name)
    await act(async () => void fireEvent.click(found))
  }
}

beforeEach(() => void mockSent.splice(0))

it('says whom an article reaches, how, and what it asks, before it is out', async () => {
  const tap = await decide(opened)
  await tap('现在发布')
  expect(sentOf('decideArticle')).toEqual([])
  for (const said of ['所有同事 · 1,204 人', '官方消息和微信各一条', '是，11 月 26 日前确认'])
    expect(await screen.findByText(said)).toBeTruthy()
  await tap('发布给 1,204 人')
  expect(sentOf('decideArticle')).toMatchObject([
    { input: { articleId: 'a', version: 2, action: 'publish' } },
  ])
})

it('asks everybody to confirm a new version of what must be read only where the chief editor says so', async () => {
  const tap = await decide({ ...opened, revises: 'b' })
  await tap('现在发布')
  expect(screen.queryByText('推送')).toBeNull()
  const anew = await screen.findByRole('switch', { name: '请大家重新确认' })
  await act(async () => void fireEvent.click(anew))
  await tap('换上新的一版')
  expect(sentOf('decideArticle')).toMatchObject([{ input: { action: 'publish', anew: true } }])
})

it('throws a new version away once that was asked, and offers it to nobody else', async () => {
  const tap = await decide({ ...opened, revises: 'b', canDiscard: true })
  await tap('丢掉这一版')
  expect(sentOf('discardRevision')).toEqual([])
  await tap('丢掉，不要了')
  expect(sentOf('discardRevision')).toMatchObject([{ input: { articleId: 'a', version: 2 } }])
  cleanup()
  await decide({ ...opened, revises: 'b' })
  expect(screen.queryByText('丢掉这一版')).toBeNull()
})
