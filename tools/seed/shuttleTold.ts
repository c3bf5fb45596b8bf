import type { Agency, Call, Direction, Line, Service, Stop, Trip } from '../../domain/selfservice/network'

/** The timetable of the buses as the demonstration world tells it: three lines in Jiading, one each in Chengdu and Daqing. */

const place = (stopId: string, name: string, latitude: number, longitude: number, note = ''): Stop => ({
  ...{ stopId, name, note },
  ...{ latitude, longitude },
})

export const stopsTold: readonly Stop[] = [
  place('caoan', '曹安公路', 31.2815, 121.2466, '嘉定西站方向的公交站牌后'),
  place('jiasong', '嘉松北路', 31.2838, 121.2096),
  place('anting', '安亭地铁站', 31.2886, 121.1622, '11 号线 2 号口对面，便利店门前'),
  place('anting-north', '安亭北站', 31.3056, 121.1592, '站前广场东侧，落客区旁'),
  place('boyuan', '博园路', 31.2794, 121.1721),
  place('park-east', '园区东门', 31.2716, 121.1809, '下车走 3 分钟到 A 楼'),
  place('park-west', '园区西门', 31.2708, 121.1715, '试制车间对面'),
  place('xincheng', '嘉定新城地铁站', 31.3309, 121.2553, '11 号线 1 号口，云翔大道一侧'),
  place('baiyin', '白银路', 31.3465, 121.2448),
  place('jiading-north', '嘉定北站', 31.3919, 121.2374, '11 号线 3 号口'),
  place('waigang', '外冈', 31.3652, 121.1648),
  place('shanghai-west', '上海西站', 31.2626, 121.4022, '南广场，铁路旅社门前'),
  place('taopu', '桃浦新村', 31.2868, 121.3571),
  place('nanxiang', '南翔', 31.2961, 121.3236, '11 号线 4 号口'),
  place('malu', '马陆', 31.3187, 121.2765),
  place('honghe', '洪河', 30.6006, 104.1589, '2 号线 B 口'),
  place('damianpu', '大面铺', 30.5921, 104.1868),
  place('longquanyi', '龙泉驿', 30.5605, 104.2689, '2 号线 A 口，过天桥'),
  place('plant-south', '成都工厂南门', 30.5469, 104.2312, '刷卡进厂，左手是食堂'),
  place('daqing-east', '大庆东站', 46.6221, 125.1783, '出站口右手'),
  place('chuangye', '创业广场', 46.5956, 125.1217),
  place('shidai', '时代广场', 46.5969, 125.1032, '万达西门，供暖候车亭'),
  place('plant-daqing', '大庆工厂正门', 46.5628, 125.1934),
]

const agency = (agencyId: string, name: string, phone: string): Agency => ({
  ...{ agencyId, name, phone },
  ...{ url: 'https://www.volvocars.com.cn', timezone: 'Asia/Shanghai', lang: 'zh' },
})

export const agenciesTold: readonly Agency[] = [
  agency('shanghai', '上海', '021-5555-0110'),
  agency('chengdu', '成都工厂', '028-5555-0110'),
  agency('daqing', '大庆工厂', '0459-555-0110'),
]

const service = (serviceId: string, name: string, more: Pick<Service, 'weekdays' | 'holidays'>): Service => ({
  ...{ serviceId, name },
  ...{ fromOn: '2026-01-01', untilOn: '2027-12-31', exceptions: [] },
  ...more,
})

export const servicesTold: readonly Service[] = [
  service('workdays', '工作日', { weekdays: [1, 2, 3, 4, 5], holidays: 'rests' }),
  service('weekends', '周末与节假日', { weekdays: [6, 7], holidays: 'runs' }),
]

const minutesOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** `['caoan', 0]`: a stop, and how many minutes into the way. */
type Way = readonly (readonly [stopId: string, minutes: number])[]

interface WayTold {
  headsign: string
  way: Way
  workdays: string
  weekends?: string
}

function tripsOf(prefix: string, { way, workdays, weekends = '' }: WayTold): Trip[] {
  const told = (serviceId: string, starts: string) =>
    starts.split(' ').flatMap((clock, index): Trip[] => {
      if (clock === '') return []
      const calls = way.map(([, minutes]): Call => {
        const seconds = (minutesOf(clock) + minutes) * 60
        return [seconds, seconds]
      })
      return [
        {
          tripId: `${prefix}-${serviceId === 'workdays' ? 'w' : 'h'}${index + 1}`,
          serviceId,
          headsign: '',
          calls,
        },
      ]
    })
  return [...told('workdays', workdays), ...told('weekends', weekends)]
}

function directionOf(lineId: string, directionId: '0' | '1', told: WayTold): Direction {
  const { headsign, way } = told
  const stopIds = way.map(([stopId]) => stopId)
  return { directionId, headsign, stopIds, trips: tripsOf(`${lineId}.${directionId}`, told) }
}

function lineOf(
  words: Omit<Line, 'directions' | 'note'> & { note?: string },
  there: WayTold,
  back: WayTold,
): Line {
  const { lineId, note = '' } = words
  return { ...words, note, directions: [directionOf(lineId, '0', there), directionOf(lineId, '1', back)] }
}

export const linesTold: readonly Line[] = [
  lineOf(
    { lineId: 'sh1', agencyId: 'shanghai', name: '1 号线', path: '上海西站 — 南翔 — 园区东门' },
    {
      headsign: '园区',
      way: [
        ['shanghai-west', 0],
        ['taopu', 14],
        ['nanxiang', 26],
        ['malu', 38],
        ['park-east', 62],
      ],
      workdays: '6:30 6:50 7:10 7:30 7:50 8:20',
      weekends: '8:00',
    },
    {
      headsign: '上海西站',
      way: [
        ['park-east', 0],
        ['malu', 24],
        ['nanxiang', 37],
        ['taopu', 50],
        ['shanghai-west', 66],
      ],
      workdays: '17:15 17:40 18:10 19:00 20:30',
      weekends: '17:30',
    },
  ),
  lineOf(
    { lineId: 'sh2', agencyId: 'shanghai', name: '2 号线', path: '嘉定北站 — 嘉定新城 — 园区西门' },
    {
      headsign: '园区',
      way: [
        ['jiading-north', 0],
        ['baiyin', 11],
        ['xincheng', 18],
        ['park-west', 41],
      ],
      workdays: '6:45 7:00 7:15 7:30 7:45 8:00 8:30',
      weekends: '8:15 9:15',
    },
    {
      headsign: '嘉定北站',
      way: [
        ['park-west', 0],
        ['xincheng', 23],
        ['baiyin', 31],
        ['jiading-north', 43],
      ],
      workdays: '17:20 17:40 18:00 18:30 19:30 21:00',
      weekends: '17:30',
    },
  ),
  lineOf(
    {
      ...{ lineId: 'sh3', agencyId: 'shanghai', name: '3 号线', path: '曹安公路 — 安亭地铁站 — 园区东门' },
      note: '刷工牌上车，坐满即开；末班给夜班同事，零点后发车。',
    },
    {
      headsign: '园区',
      way: [
        ['caoan', 0],
        ['jiasong', 8],
        ['anting', 20],
        ['boyuan', 29],
        ['park-east', 37],
      ],
      workdays: '6:17 6:32 6:47 7:02 7:17 7:32 7:47 8:02 8:17 8:32 9:02 9:32',
      weekends: '7:47 8:47',
    },
    {
      headsign: '曹安公路',
      way: [
        ['park-east', 0],
        ['boyuan', 8],
        ['anting', 17],
        ['jiasong', 30],
        ['caoan', 39],
      ],
      workdays: '17:10 17:30 17:50 18:10 18:40 19:10 20:10 21:30 24:10',
      weekends: '17:30 21:30',
    },
  ),
  lineOf(
    { lineId: 'cd1', agencyId: 'chengdu', name: '龙泉线', path: '洪河 — 龙泉驿 — 成都工厂' },
    {
      headsign: '成都工厂',
      way: [
        ['honghe', 0],
        ['damianpu', 9],
        ['longquanyi', 27],
        ['plant-south', 41],
      ],
      workdays: '6:20 6:50 7:20 7:50 14:40 22:20',
      weekends: '6:50 14:40',
    },
    {
      headsign: '洪河',
      way: [
        ['plant-south', 0],
        ['longquanyi', 14],
        ['damianpu', 32],
        ['honghe', 42],
      ],
      workdays: '15:40 17:10 17:40 18:30 23:40 24:20',
      weekends: '15:40 23:40',
    },
  ),
  lineOf(
    { lineId: 'dq1', agencyId: 'daqing', name: '让胡路线', path: '时代广场 — 大庆东站 — 大庆工厂' },
    {
      headsign: '大庆工厂',
      way: [
        ['shidai', 0],
        ['chuangye', 6],
        ['daqing-east', 18],
        ['plant-daqing', 36],
      ],
      workdays: '6:40 7:05 7:30 15:30',
      weekends: '7:30',
    },
    {
      headsign: '时代广场',
      way: [
        ['plant-daqing', 0],
        ['daqing-east', 18],
        ['chuangye', 31],
        ['shidai', 38],
      ],
      workdays: '16:40 17:10 17:40 23:50',
      weekends: '17:10',
    },
  ),
]

/** Trips of line 3 that will be six minutes earlier, and stop at 安亭北站. */
const EARLIER = ['sh3.0-w1', 'sh3.0-w6', 'sh3.0-w7']
const EARLIER_SECONDS = 6 * 60
const TO_NORTH_SECONDS = 3 * 60

/** Line 3 from the change on. */
export function earlierLine(line: Line): Line {
  const [there, back] = line.directions as [Direction, Direction]
  const at = there.stopIds.indexOf('anting') + 1
  const trips = there.trips.map((trip): Trip => {
    const isEarlier = EARLIER.includes(trip.tripId)
    const calls = trip.calls.map((call): Call | null =>
      call && isEarlier ? [call[0] - EARLIER_SECONDS, call[1] - EARLIER_SECONDS] : call,
    )
    const atNorth = (calls[at - 1]?.[1] ?? 0) + TO_NORTH_SECONDS
    const north: Call | null = isEarlier ? [atNorth, atNorth] : null
    return { ...trip, calls: [...calls.slice(0, at), north, ...calls.slice(at)] }
  })
  const stopIds = [...there.stopIds.slice(0, at), 'anting-north', ...there.stopIds.slice(at)]
  return { ...line, directions: [{ ...there, stopIds, trips }, back] }
}
