import { charactersOf } from '../kernel/characters'

/** How much of a title or comment the statement quotes. */
const QUOTED_CHARACTERS = 12

/** 「带两个孩子露营…」, cut at twelve characters as people count them. */
export function quoted(text: string): string {
  const all = charactersOf(text.replace(/\s+/g, ' '))
  const shown = all.slice(0, QUOTED_CHARACTERS).join('')
  return `「${shown}${all.length > QUOTED_CHARACTERS ? '…' : ''}」`
}

/** What the statement calls the line that a publication earned, and the one that took it back. */
export const statementTitle = {
  posted: (title: string) => `发帖${quoted(title)}`,
  featured: (title: string) => `精华${quoted(title)}`,
  commented: (body: string) => `评论${quoted(body)}`,
  deleted: (text: string) => `${quoted(text)}已删除`,
  removed: (text: string) => `${quoted(text)}被移除`,
}

/** Why coins went back when the author took the publication back. */
export const deletedByAuthor = '自己删除'

interface Removal {
  what: '帖子' | '评论'
  text: string
  reason: string
  /** Whole coins that went back with it. */
  reversed: number
}

/** What the author of a removed publication reads in the inbox. */
export function removalNotice({ what, text, reason, reversed }: Removal): { title: string; body: string } {
  const coins = reversed > 0 ? `，收回 ${reversed} 沃币` : ''
  return { title: `你的${what}${quoted(text)}被移除`, body: `理由：${reason}${coins}` }
}

/** What the author of a featured post reads in the inbox. */
export function featuredNotice({ title, amount }: { title: string; amount: number }): {
  title: string
  body: string
} {
  const coins = amount > 0 ? `，得到 ${amount} 沃币` : ''
  return { title: `你的帖子${quoted(title)}成了精华`, body: `更多同事会看到它${coins}` }
}
