import { areInOrder, filmLimits, sayLength, secondsOf } from '@domain/brand/film'
import type { api, Input, Output } from '@/api'

type Film = Output<typeof api.brand.openFilm>['film']
type Words = Input<typeof api.brand.saveFilm>['words']

export interface ChapterDraft {
  key: number
  /** `4:05` */
  at: string
  title: string
  words: string
}

export interface FilmDraft {
  title: string
  summary: string
  year: string
  length: string
  chapters: ChapterDraft[]
  way: 'none' | 'address' | 'channels'
  url: string
  finderUserName: string
  feedId: string
  order: string
  shown: boolean
  /** An upload that takes the place of the cover. */
  coverFileId: string | null
}

export const emptyFilm: FilmDraft = {
  title: '',
  summary: '',
  year: '',
  length: '',
  chapters: [],
  way: 'none',
  url: '',
  finderUserName: '',
  feedId: '',
  order: '1',
  shown: true,
  coverFileId: null,
}

export function draftOfFilm(film: Film): FilmDraft {
  const { title, summary, year, seconds, chapters, source, order, shown } = film
  return {
    ...emptyFilm,
    ...{ title, summary, shown },
    year: String(year),
    length: sayLength(seconds),
    order: String(order),
    chapters: chapters.map(({ atSeconds, ...words }) => ({
      key: atSeconds,
      at: sayLength(atSeconds),
      ...words,
    })),
    way: source?.kind ?? 'none',
    ...(source?.kind === 'address' ? { url: source.url } : {}),
    ...(source?.kind === 'channels' ? source : {}),
  }
}

function sourceOf({ way, url, finderUserName, feedId }: FilmDraft): Words['source'] {
  if (way === 'address') return { kind: 'address', url: url.trim() }
  if (way === 'channels')
    return { kind: 'channels', finderUserName: finderUserName.trim(), feedId: feedId.trim() }
  return null
}

export function wordsOfFilm(draft: FilmDraft): Words {
  const { title, summary, year, length, chapters, order, shown } = draft
  return {
    ...{ title, summary, shown },
    year: Number(year),
    seconds: secondsOf(length) ?? 0,
    chapters: chapters.map(chapter => ({
      atSeconds: secondsOf(chapter.at) ?? 0,
      title: chapter.title,
      words: chapter.words,
    })),
    source: sourceOf(draft),
    order: Number(order) || 0,
  }
}

/** What is missing, in the order of the form; undefined when it can be saved. */
export function filmProblem(draft: FilmDraft, hasCover: boolean): string | undefined {
  const seconds = secondsOf(draft.length)
  const starts = draft.chapters.map(({ at }) => secondsOf(at))
  if (!hasCover && !draft.coverFileId) return '先选一张封面'
  if (draft.title.trim().length < 2) return '写一个标题'
  if (draft.summary.trim().length < 2) return '写下它讲什么'
  if (!/^(19|20)\d\d$/.test(draft.year) || Number(draft.year) < 1927) return '年份写四位数'
  if (!seconds || seconds > filmLimits.secondsMax) return '片长写成 4:05'
  if (draft.chapters.some(({ title }) => title.trim().length < 2)) return '每一段写一个标题'
  if (starts.includes(null)) return '每一段的时间写成 1:30'
  if (
    !areInOrder(
      starts.map(atSeconds => ({ atSeconds: atSeconds ?? 0 })),
      seconds,
    )
  )
    return '第一段从 0:00 开始，后面的一段比一段晚'
  if (draft.way === 'address' && !/^https:\/\/\S+$/.test(draft.url.trim())) return '地址以 https:// 开头'
  if (draft.way === 'channels' && !/^sph/.test(draft.finderUserName.trim())) return '视频号 ID 以 sph 开头'
  if (draft.way === 'channels' && draft.feedId.trim() === '') return '写下那条视频的 feedId'
  return undefined
}
