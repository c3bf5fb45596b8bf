import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { type ComponentProps, createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { ReferSheet } from '@/rooms/careers/pages/position/ReferSheet'
import type { ChosenFile } from '@/rooms/documentFile'
import { providerOf } from '../../../support/queryHarness'

const sent: CallRequest[] = []
let announced = 0
let mockAnswer = { code: 'INTERNAL', kind: 'bug' }
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (request: CallRequest): Promise<CallReply> => {
    if (request.procedure === 'announceResume') {
      announced += 1
      const data = { cloudPath: `uploads/announced${announced}.pdf` }
      return { ok: true, data } as CallReply
    }
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
  upload: async path => {
    uploads += 1
    return `cloud://test/${path}`
  },
})

const openedOf = (positionId: string) =>
  ({
    position: { positionId, title: '底盘工程师' },
    consent: { version: 2, text: '朋友知道并同意' },
    reward: 500,
  }) as ComponentProps<typeof ReferSheet>['opened']

const tap = (words: string) => act(async () => void fireEvent.click(screen.getByText(words)))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
async function show(positionId: string) {
  const Provider = providerOf(createQueryClient(() => undefined))
  const sheet = createElement(ReferSheet, {
    opened: openedOf(positionId),
    open: true,
    onClose: () => undefined,
  })
  let shown: ReturnType<typeof render> | undefined
  await act(async () => {
    shown = render(createElement(Provider, null, sheet))
  })
  return shown
}

it('lets a résumé leave the phone only when it is sent, once for whatever may hide a success, anew after a refusal', async () => {
  await show('p1')
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
  expect([uploads, announced]).toEqual([0, 0])

  type('姓名', '徐朗')
  type('手机号', '13511110001')
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
  const upload = (count: number) => `cloud://test/uploads/announced${count}.pdf`
  expect(resumes).toEqual([upload(1), upload(1), upload(2)])
  expect(sent[0]?.requestId).toBe(sent[1]?.requestId)
})

it('keeps what was written when its page is left, in memory alone, and what is agreed to above its button', async () => {
  const first = await show('p2')
  type('姓名', '徐朗')
  await tap('朋友知道并同意')
  first?.unmount()
  const again = await show('p2')
  expect(screen.getByText('推荐徐朗')).toBeTruthy()
  expect(again?.container.querySelector('.sheet__foot .checkbox--on')?.textContent).toBe('朋友知道并同意')
  expect(JSON.stringify({ ...localStorage })).not.toContain('徐朗')
})
