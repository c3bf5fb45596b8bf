import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { saveCsv } from '@/rooms/csvFile'
import { RosterReport } from '@/rooms/identity/pages/roster/RosterReport'
import type { Problem, Report } from '@/rooms/identity/pages/roster/report'
import { openPage } from '@/rooms/open'
import { providerOf } from '../../../support/queryHarness'

const problemOf = (line: number): Problem => ({
  ...{ line, problem: 'missing', employeeId: `VC${String(line).padStart(6, '0')}`, name: '' },
  ...{ department: '', site: '', detail: '姓名、手机号是空的' },
})
const problemsOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => problemOf(from + at))

const mockSend = jest.fn<Promise<CallReply>, [CallRequest]>()
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: (request: CallRequest) => mockSend(request),
}))
jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))
jest.mock('@/rooms/csvFile', () => ({ savingVerb: '下载', saveCsv: jest.fn() }))

const report: Report = {
  ...{ importId: 'i1', fileName: '名单.csv', read: 104, unchanged: 0, joining: 0, changed: 0, leaving: 0 },
  changedFields: { name: 0, phone: 0, department: 0, site: 0, joinedOn: 0, status: 0 },
  ...{
    problems: problemsOf(2, 101),
    moreProblems: 4,
    offices: [{ employeeId: 'VC000001', name: '许知远', association: '晨跑团' }],
    state: 'checked',
    written: 0,
    toWrite: 0,
    checkedAt: 0,
  },
}

async function shown() {
  const Provider = providerOf(createQueryClient(() => undefined))
  await act(async () => {
    render(createElement(Provider, null, createElement(RosterReport, { report, action: null })))
  })
}

beforeEach(() => {
  jest.clearAllMocks()
  mockSend.mockImplementation(async ({ input }) => {
    const { after } = input as { after?: string }
    const data = after
      ? { problems: problemsOf(104, 105), next: null }
      : { problems: problemsOf(102, 103), next: '101' }
    return { ok: true, data }
  })
})

test('the lines that a report has no room for come when they are asked for', async () => {
  await shown()
  expect(mockSend).not.toHaveBeenCalled()
  expect(screen.queryByText('VC000102')).toBeNull()
  await act(async () => void fireEvent.click(screen.getByText(/还有 4 行没有列出/)))
  expect(await screen.findByText('VC000102')).toBeTruthy()
  expect(screen.queryByText(/没有列出/)).toBeNull()
  expect(mockSend.mock.calls).toMatchObject([
    [{ procedure: 'listImportProblems', input: { importId: 'i1', forFile: false } }],
  ])
})

test('the file of lines with problems holds all of them', async () => {
  await shown()
  await act(async () => void fireEvent.click(screen.getByText(/问题行/)))
  const [, csv] = jest.mocked(saveCsv).mock.calls[0] ?? []
  const lines = csv
    ?.split('\n')
    .slice(1)
    .map(line => Number(line.split(',')[0]))
  expect(lines).toEqual(Array.from({ length: 104 }, (_, at) => 2 + at))
})

test('names whoever leaves with an office, and leads to where it is handed over', async () => {
  await shown()
  await act(async () => void fireEvent.click(screen.getByText('离职的许知远是晨跑团会长，请交接')))
  expect(jest.mocked(openPage).mock.calls).toEqual([['identity/leaving', { employeeId: 'VC000001' }]])
})
