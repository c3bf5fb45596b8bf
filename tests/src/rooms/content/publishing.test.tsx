import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { showInNewsroom, useNewsroomTab } from '@/rooms/content/newsroomTab'
import { AsRead } from '@/rooms/content/pages/draft/AsRead'
import type { Opened } from '@/rooms/content/pages/draft/articleDraft'
import { Decision } from '@/rooms/content/pages/draft/Decision'
import { Form } from '@/rooms/content/pages/draft/Form'
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
  saveArticle: { articleId: 'a', version: 3, html: '<p>好</p>', coverId: 'c', attachments: [] },
  moveDraft: { state: 'review', version: 4 },
  decideArticle: { state: 'published', version: 3 },
}
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  fileUrl: (fileId: string) => fileId,
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

it('has what a chief editor does with what waits under the thumb, and the rest above it', async () => {
  await decide(opened)
  const names = (await screen.findAllByRole('button')).map(one => one.textContent)
  expect(names).toEqual(['拿回来改', '退回', '定时发布', '现在发布'])
})

it('shows an article afterwards where it lies in the newsroom', async () => {
  showInNewsroom('withdrawn')
  const Provider = providerOf(createQueryClient(() => undefined))
  const draft = { ...opened, state: 'draft', remark: null, refused: [], versions: [] } as unknown as Opened
  await act(async () => void render(createElement(Provider, null, createElement(Form, { opened: draft }))))
  await act(async () => void fireEvent.click(screen.getByText('存草稿')))
  expect(useNewsroomTab.getState().tab).toBe('draft')
  await act(async () => void fireEvent.click(screen.getByText('交稿')))
  expect(sentOf('moveDraft')).toMatchObject([{ input: { articleId: 'a', action: 'submit' } }])
  expect(useNewsroomTab.getState().tab).toBe('review')
})

it('shows before it is handed in what readers will see first: the title, the sentence, whose it is', async () => {
  const words = { ...articleWords, title: '一线的一天', summary: '总装车间的早班', byline: '摄影 白露' }
  render(createElement(AsRead, { words }))
  for (const said of ['一线的一天', '总装车间的早班', /摄影 白露/])
    expect(screen.getByText(said)).toBeTruthy()
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
