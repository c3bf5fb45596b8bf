import type { Call, Line, Network, Service, Stop, Trip } from '@domain/selfservice/network'

/** `7:52` and `24:20` in seconds. */
export function seconds(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return (hours * 60 + minutes) * 60
}

/** `'7:32 7:40 - 8:01'`: one call for each stop, a dash where it does not stop. */
export function trip(tripId: string, serviceId: string, clocks: string): Trip {
  const calls = clocks.split(' ').map((clock): Call | null => {
    if (clock === '-') return null
    return [seconds(clock), seconds(clock)]
  })
  return { tripId, serviceId, headsign: '', calls }
}

const stop = (stopId: string, name: string, latitude: number, longitude: number, note = ''): Stop => ({
  ...{ stopId, name, note },
  ...{ latitude, longitude },
})

const service = (serviceId: string, more: Partial<Service>): Service => ({
  serviceId,
  name: '工作日',
  weekdays: [1, 2, 3, 4, 5],
  holidays: 'rests',
  fromOn: '2026-01-01',
  untilOn: '2027-12-31',
  exceptions: [],
  ...more,
})

export const workdays = service('workdays', {})
export const weekends = service('weekends', { name: '周末与节假日', weekdays: [6, 7], holidays: 'runs' })

/** Line 3 into the park in the morning and home in the evening; the last bus leaves after midnight. */
export const line3: Line = {
  lineId: 'L3',
  agencyId: 'shanghai',
  name: '3 号线',
  path: '曹安公路 — 园区东门',
  note: '刷工牌上车。',
  directions: [
    {
      directionId: '0',
      headsign: '园区',
      stopIds: ['caoan', 'anting', 'boyuan', 'east'],
      trips: [
        trip('L3-1', 'workdays', '7:12 7:32 7:41 7:49'),
        trip('L3-2', 'workdays', '7:32 7:52 8:01 8:09'),
        trip('L3-3', 'workdays', '7:47 8:07 - 8:22'),
        trip('L3-9', 'weekends', '9:00 9:20 9:29 9:37'),
      ],
    },
    {
      directionId: '1',
      headsign: '曹安公路',
      stopIds: ['east', 'boyuan', 'anting', 'caoan'],
      trips: [
        trip('L3-51', 'workdays', '17:40 17:48 17:57 18:17'),
        trip('L3-52', 'workdays', '24:20 24:28 24:37 24:57'),
      ],
    },
  ],
}

export const network: Network = {
  agencies: [
    {
      agencyId: 'shanghai',
      name: '上海',
      url: 'https://www.volvocars.com.cn',
      timezone: 'Asia/Shanghai',
      lang: 'zh',
      phone: '',
    },
  ],
  stops: [
    stop('caoan', '曹安公路', 31.2866, 121.2188),
    stop('anting', '安亭地铁站', 31.2893, 121.1622, '11 号线 2 号口对面，便利店门前'),
    stop('antingN', '安亭北站', 31.3051, 121.1612),
    stop('boyuan', '博园路', 31.2781, 121.1699),
    stop('east', '园区东门', 31.2702, 121.1764, '下车走 3 分钟到 A 楼'),
  ],
  services: [workdays, weekends],
  lines: [line3],
}
