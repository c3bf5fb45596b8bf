import { errorReply } from '@domain/kernel/errors'
import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import CentreEditPage from '@/rooms/booking/pages/centreEdit/index'
import { providerOf } from '../../../support/queryHarness'

const NOW = 1_800_000_000_000
const COVER = 'cloud://test/covers/a.png'
const tour = {
  ...{ kindId: 'tour', name: '走一圈', minutes: 60, seats: 12, partyMax: 4, byCar: false, words: '' },
  ...{ vehicle: '', promises: [], pictureFileId: COVER, booked: 0 },
}
const centre = {
  ...{ centreId: 'shanghai', version: 3, name: '上海', headline: '一盏灯', intro: '从安全带到电池' },
  ...{ story: [], gallery: [], address: '安亭镇 1 号', latitude: 31.29, longitude: 121.16 },
  ...{ phone: '021-5888-0000', directions: [], advice: [], onHolidays: 'closed', followsExchange: false },
  ...{ week: [{ weekday: 2, fromMinute: 570, untilMinute: 720 }], specialDays: [], kinds: [tour] },
  ...{ coverFileId: COVER, film: null, filmVersion: 0 },
}
const sent: { version: number; headline: string }[] = []
let versionNow = 3

jest.mock('@/rooms/DeskMenu', () => ({ DeskMenu: () => null }))
jest.mock('@/rooms/usePageParams', () => ({ usePageParams: () => ({ centreId: 'shanghai' }) }))
jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-host',
  fileUrl: (fileId: string) => fileId,
  send: async ({ procedure, input }: CallRequest): Promise<CallReply> => {
    if (procedure === 'openCentreForm')
      return { ok: true, data: { centre: { ...centre, version: versionNow }, days: [], now: NOW } }
    sent.push(input as (typeof sent)[number])
    const error = errorReply('BOOKING_KIND_TOO_LONG', 'the-request-id')
    return { ok: false, error: { ...error, fields: ['kinds.0.minutes'] } }
  },
}))

const client = createQueryClient(() => undefined)
const wait = () => act(() => jest.advanceTimersByTimeAsync(500))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const save = async () => {
  fireEvent.click(screen.getByText('保存'))
  await wait()
}
const goneTo = () => jest.mocked(Taro.pageScrollTo).mock.calls.map(([{ selector }]) => selector)

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW })
  sent.length = 0
  versionNow = 3
  client.clear()
  jest.mocked(Taro.pageScrollTo).mockClear()
  render(createElement(providerOf(client), null, createElement(CentreEditPage)))
  await wait()
})
afterEach(() => jest.useRealTimers())

it('goes to the first thing that is wrong and says each at its field', async () => {
  type('前台电话', '前台')
  type('走一圈一次几分钟', '5')
  await save()
  expect(sent).toEqual([])
  expect(goneTo()).toEqual(['.form-part--kinds-0-minutes'])
  expect(document.querySelector('.form-part--kinds-0-minutes')?.textContent).toContain('10 到 480')
  expect(document.querySelector('.form-part--phone')?.textContent).toContain('5 到 20 位')
  expect(document.querySelector('.bottom-bar')?.textContent).toContain('走一圈：一次写 10 到 480 分钟')
})

it('says what the cloud refuses at the field that it names, and keeps what was typed', async () => {
  type('一句话介绍', '一盏灯下看一台车')
  await save()
  expect(goneTo()).toEqual(['.form-part--kinds-0-minutes'])
  const refused = document.querySelector('.form-part--kinds-0-minutes .field--wrong')
  expect(refused).not.toBeNull()
  expect(screen.queryByDisplayValue('一盏灯下看一台车')).not.toBeNull()
  type('走一圈一次几分钟', '45')
  expect(document.querySelector('.field--wrong')).toBeNull()
})

it('is saved over the version that it was written over, whatever has come since', async () => {
  type('一句话介绍', '一盏灯下看一台车')
  versionNow = 4
  await act(() => client.invalidateQueries())
  await wait()
  await save()
  expect(sent).toMatchObject([{ version: 3, headline: '一盏灯下看一台车' }])
})
