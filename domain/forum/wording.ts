/** How much of a title or comment the statement quotes. */
const QUOTED_CHARACTERS = 12

/** 「带两个孩子露营…」, cut at twelve characters as people count them. */
export function quoted(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')]
  const shown = characters.slice(0, QUOTED_CHARACTERS).join('')
  return `「${shown}${characters.length > QUOTED_CHARACTERS ? '…' : ''}」`
}

/** What the statement calls the line that a publication earned, and the one that took it back. */
export const statementTitle = {
  posted: (title: string) => `发帖${quoted(title)}`,
  commented: (body: string) => `评论${quoted(body)}`,
  deleted: (text: string) => `${quoted(text)}已删除`,
  removed: (text: string) => `${quoted(text)}被移除`,
}
