import { DAY_MS, dayOf, HOUR_MS, type Instant, inChina, instantAt } from '@domain/kernel/time'
import { areTimesRight } from '@domain/live/broadcast'
import type { Platform, PlatformKind } from '@domain/live/platform'
import type { api, Input, Output } from '@/api'

type Words = Input<typeof api.live.saveBroadcast>['words']
type Opened = Output<typeof api.live.openEdit>

/** How long before its beginning it appears, in hours. */
export const leads = [
  { key: '1', text: '开播前 1 小时' },
  { key: '24', text: '1 天' },
  { key: '72', text: '3 天' },
  { key: '168', text: '7 天' },
] as const
export type Lead = (typeof leads)[number]['key']

export interface PrizeDraft {
  key: number
  kind: 'coins' | 'gift'
  name: string
  count: number
}

/** What is filled in so far; day and times as the pickers have them, in UTC+8. */
export interface BroadcastDraft {
  title: string
  summary: string
  place: string
  topic: string
  kind: PlatformKind
  finderUserName: string
  url: string
  appId: string
  path: string
  on: string
  from: string
  /** Before `from`: of the day after. */
  to: string
  lead: Lead
  rewarded: boolean
  minutes: string
  message: boolean
  prizes: PrizeDraft[]
  coverFileId: string | null
}

export const emptyBroadcast: BroadcastDraft = {
  title: '',
  summary: '',
  place: '',
  topic: '',
  kind: 'channels',
  finderUserName: '',
  url: '',
  appId: '',
  path: '',
  on: '',
  from: '',
  to: '',
  lead: '72',
  rewarded: true,
  minutes: '15',
  message: true,
  prizes: [],
  coverFileId: null,
}

const clock = (at: Instant) => inChina(at).format('HH:mm')

/** The lead that comes nearest to how long before it appears now. */
function leadOf({ shownFrom, startsAt }: Words): Lead {
  const hours = (startsAt - shownFrom) / HOUR_MS
  const apart = (key: string) => Math.abs(Number(key) - hours)
  return leads.reduce(
    (best, one) => (apart(one.key) < apart(best.key) ? one : best),
    leads[0] as { key: Lead },
  ).key
}

export function draftOf({ words }: Opened): BroadcastDraft {
  const { title, summary, place, topic, platform, startsAt, endsAt, reward, prizes } = words
  const { kind, ...address } = platform
  return {
    ...emptyBroadcast,
    ...{ title, summary, place, topic, kind },
    ...address,
    on: dayOf(startsAt),
    from: clock(startsAt),
    to: clock(endsAt),
    lead: leadOf(words),
    rewarded: reward !== null,
    ...(reward ? { minutes: String(reward.minutes), message: reward.message } : {}),
    prizes: prizes.map((prize, key) => ({ key, ...prize })),
  }
}

function platformOf({ kind, finderUserName, url, appId, path }: BroadcastDraft): Platform {
  if (kind === 'web') return { kind, url: url.trim() }
  if (kind === 'miniProgram') return { kind, appId: appId.trim(), path: path.trim() }
  return { kind, finderUserName: finderUserName.trim(), feedId: null }
}

/** The command's input. Only for a draft without a problem. */
export function wordsOf(draft: BroadcastDraft): Words {
  const { title, summary, place, topic, on, from, to, lead, rewarded, minutes, message, prizes } = draft
  const startsAt = instantAt(on, from) ?? 0
  const sameDay = instantAt(on, to) ?? 0
  return {
    title: title.trim(),
    summary: summary.trim(),
    place: place.trim(),
    topic: topic.trim().replaceAll('#', ''),
    platform: platformOf(draft),
    shownFrom: startsAt - Number(lead) * HOUR_MS,
    startsAt,
    endsAt: sameDay > startsAt ? sameDay : sameDay + DAY_MS,
    reward: rewarded ? { minutes: Number(minutes), message } : null,
    prizes: prizes.map(({ kind, name, count }) => ({
      kind,
      name: kind === 'gift' ? name.trim() : '',
      count,
    })),
  }
}

const hostIn = (url: string) => /^https:\/\/([^/?#]+)/.exec(url.trim())?.[1] ?? ''

/** What is missing, in the order of the form; undefined when it can be saved. */
export function broadcastProblem(
  draft: BroadcastDraft,
  { hasCover, now, webHosts }: { hasCover: boolean; now: Instant; webHosts: readonly string[] },
): string | undefined {
  const { title, summary, kind, finderUserName, url, appId, on, from, to, prizes } = draft
  if (!hasCover && !draft.coverFileId) return '先选一张封面'
  if (title.trim().length < 2) return '写一个标题'
  if (summary.trim().length < 2) return '写一句讲什么'
  if (!on || !from || !to) return '选好日期、开始和结束'
  const words = wordsOf(draft)
  if (words.startsAt <= now) return '开始时间已经过了'
  if (!areTimesRight(words)) return '时长要 10 分钟到 8 小时'
  if (kind === 'channels' && !/^sph[\w-]{4,60}$/.test(finderUserName.trim())) return '视频号 ID 以 sph 开头'
  if (kind === 'web' && !webHosts.includes(hostIn(url))) return '网址要在登记过的域名里'
  if (kind === 'miniProgram' && !/^wx[0-9a-f]{16}$/.test(appId.trim())) return '小程序的 AppID 以 wx 开头'
  if (prizes.some(prize => prize.kind === 'gift' && prize.name.trim() === '')) return '给礼物写个名字'
  return undefined
}
