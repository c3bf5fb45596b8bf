import { OWN_FILE } from './body'

/** What stands in a body where a picture or a film of a pasted page lay that did not come along. */
export const gapWords = { picture: '【这里少一张图片】', film: '【这里少一段影片】' } as const
export type GapKind = keyof typeof gapWords

const SHOWN = /<(img|video|iframe|mpvideo)\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi
const SOURCE = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i

/** Some markup with words in the place of every picture and film that lies elsewhere. */
export function withGaps(markup: string): string {
  return markup.replace(SHOWN, (whole, tag: string, rest: string) => {
    const [, double, single] = SOURCE.exec(rest) ?? []
    if (OWN_FILE.test(double ?? single ?? '')) return whole
    return `<section>${tag.toLowerCase() === 'img' ? gapWords.picture : gapWords.film}</section>`
  })
}

export interface Gap {
  kind: GapKind
  /** Its place among the lines. */
  line: number
  /** What is said before it; empty: it comes first. */
  after: string
}

/** The gaps of a body in lines, in their order. */
export function gapsIn(lines: string): Gap[] {
  const all = lines.split('\n')
  return all.flatMap((text, line): Gap[] => {
    const kind = (Object.keys(gapWords) as GapKind[]).find(key => text.includes(gapWords[key]))
    if (!kind) return []
    const said = all
      .slice(0, line)
      .filter(one => one.trim() !== '' && !Object.values<string>(gapWords).includes(one))
    return [{ kind, line, after: said.at(-1) ?? '' }]
  })
}

/** The lines with something else in a gap's place; empty: its line goes. */
export function filled(lines: string, { kind, line }: Gap, by: string): string {
  const all = lines.split('\n')
  const text = (all[line] ?? '').replace(gapWords[kind], by).trim()
  all.splice(line, 1, ...(text === '' ? [] : [text]))
  return all.join('\n').replace(/\n{3,}/g, '\n\n')
}
