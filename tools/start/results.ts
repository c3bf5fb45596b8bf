/** What a reply says in a word. */
interface Said {
  earned?: unknown
  liked?: unknown
  [field: string]: unknown
}

/** What the company has set up says nothing about what was found. */
const SET_UP: ReadonlySet<string> = new Set(['permissions', 'boards', 'desks', 'sites', 'months'])

/**
 * The result of a call for its line in the log: what it earned (`+10 ×2`), how many rows came (`24 条`). Null where it
 * was refused, and where there is nothing to say.
 */
export function resultOf(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null || !('data' in reply)) return null
  const { data } = reply
  if (typeof data !== 'object' || data === null) return null
  const said = data as Said
  return earnedOf(said.earned) ?? likedOf(said.liked) ?? rowsOf(said)
}

function earnedOf(earned: unknown): string | null {
  if (typeof earned === 'number') return earned > 0 ? `+${earned}` : null
  if (typeof earned !== 'object' || earned === null) return null
  const { amount, multiplier } = earned as { amount?: number; multiplier?: number }
  if (amount === undefined) return null
  return multiplier !== undefined && multiplier > 1 ? `+${amount} ×${multiplier}` : `+${amount}`
}

function likedOf(liked: unknown): string | null {
  return typeof liked === 'boolean' ? (liked ? '已赞' : '不赞了') : null
}

/** Of several lists the longest is what the call was about. */
function rowsOf(said: Said): string | null {
  const counts = Object.entries(said).flatMap(([field, value]) =>
    Array.isArray(value) && !SET_UP.has(field) ? [value.length] : [],
  )
  return counts.length > 0 ? `${Math.max(...counts)} 条` : null
}
