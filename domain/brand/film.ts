export const filmLimits = {
  titleMax: 40,
  summaryMax: 400,
  /** A film and all that stands beside it is read as one document. */
  chaptersMax: 12,
  chapterWordsMax: 300,
  /** Three hours, in seconds. */
  secondsMax: 10_800,
  /** So many can be shown; withdrawn ones stay with the editors. */
  filmsMax: 60,
} as const

/** A part of a film: whoever cannot or will not watch reads it. */
export interface Chapter {
  /** From the beginning of the film, in seconds. */
  atSeconds: number
  title: string
  words: string
}

/** Whether chapters follow each other inside the film, the first at its beginning. */
export function areInOrder(chapters: readonly Pick<Chapter, 'atSeconds'>[], seconds: number): boolean {
  return chapters.every(({ atSeconds }, index) => {
    const before = chapters[index - 1]
    return before ? atSeconds > before.atSeconds && atSeconds < seconds : atSeconds === 0
  })
}

/** The place of the chapter that a film is in at a second; null: none, or it has not begun. */
export function chapterAt(
  chapters: readonly Pick<Chapter, 'atSeconds'>[],
  seconds: number | null,
): number | null {
  const begun = seconds === null ? 0 : chapters.filter(({ atSeconds }) => atSeconds <= seconds).length
  return begun === 0 ? null : begun - 1
}

/** `4:05`, or `1:04:05` from an hour on. */
export function sayLength(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** The seconds that `4:05`, `1:04:05` or `65` say; null for anything else. Full-width colons count. */
export function secondsOf(typed: string): number | null {
  const parts = typed.trim().replaceAll('：', ':').split(':')
  if (
    parts.length > 3 ||
    parts.some((part, index) => !/^\d{1,5}$/.test(part) || (index > 0 && Number(part) > 59))
  )
    return null
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0)
}
