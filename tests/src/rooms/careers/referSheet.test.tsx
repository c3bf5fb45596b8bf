import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { type ComponentProps, createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { ReferSheet } from '@/rooms/careers/pages/position/ReferSheet'
import type { ChosenFile } from '@/rooms/documentFile'
import { providerOf } from '../../../support/queryHarness'

const sent: CallRequest[] = []
let mockAnswer = { code: 'INTERNAL', kind: 'bug' }
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (request: CallRequest): Promise<CallReply> => {
    if (request.procedure === 'refer') sent.push(request)
    return { ok: false, error: { ...mockAnswer, message: '没成', requestId: 'r' } } as CallReply
  },
}))

let uploads = 0
let mockChosen: ChosenFile
jest.mock('@/rooms/documentFile', () => ({ chooseDocument: async () => mockChosen }))
const chosen = (bytes: number): ChosenFile => ({
  fileName: '徐朗_底盘.pdf',
  bytes,
  upload: async () => {
    uploads += 1
    return `upload${uploads}`
  },
})

it('lets a résumé leave the phone only when it is sent, once for whatever may hide a success, anew after a refusal', async () => {
  const opened = {
    position: { positionId: 'p1', title: '底盘工程师' },
    consent: { version: 2, text: '朋友知道并同意' },
    reward: 500,
  } as ComponentProps<typeof ReferSheet>['opened']
  const Provider = providerOf(createQueryClient(() => undefined))
  const sheet = createElement(ReferSheet, { opened, open: true, onClose: () => undefined })
  await act(async () => void render(createElement(Provider, null, sheet)))
  const tap = (words: string) => act(async () => void fireEvent.click(screen.getByText(words)))
  mockChosen = chosen(11 * 1024 * 1024)
  await tap('附上简历（可不填）')
  expect(screen.queryByText('徐朗_底盘.pdf')).toBeNull()
  const tooBig = '这份有 11.0 MB，不超过 10 MB 才能附上'
  expect(screen.getByText(tooBig)).toBeTruthy()
  mockChosen = chosen(15)
  await tap('附上简历（可不填）')
  expect(screen.queryByText(tooBig)).toBeNull()
  expect(screen.getByText('简历 · 1 KB')).toBeTruthy()
  await tap('拿掉')
  mockChosen = chosen(1_000_000)
  await tap('附上简历（可不填）')
  await tap('拿掉')
  await tap('附上简历（可不填）')
  expect(screen.getByText('徐朗_底盘.pdf')).toBeTruthy()
  expect(uploads).toBe(0)

  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '徐朗' } })
  fireEvent.change(screen.getByLabelText('手机号'), { target: { value: '13511110001' } })
  await tap('朋友知道并同意')
  const send = async (times: number) => {
    await tap('推荐徐朗')
    await waitFor(() => expect(sent).toHaveLength(times))
    await act(async () => undefined)
  }
  await send(1)
  mockAnswer = { code: 'CAREERS_FRIEND_TAKEN', kind: 'conflict' }
  await send(2)
  await send(3)
  const resumes = sent.map(({ input }) => (input as { resume: { fileId: string } }).resume.fileId)
  expect(resumes).toEqual(['upload1', 'upload1', 'upload2'])
  expect(sent[0]?.requestId).toBe(sent[1]?.requestId)
})
