import { MESSAGES_KEPT } from '@domain/live/message'
import type { LiveMessageView } from '@domain/live/views'

interface News {
  fresh: readonly LiveMessageView[]
  gone: readonly string[]
}

/** The messages after some news, the newest first, each once, and no more than are kept. */
export function withNews(known: readonly LiveMessageView[], { fresh, gone }: News): LiveMessageView[] {
  const byId = new Map([...known, ...fresh].map(message => [message.messageId, message]))
  for (const messageId of gone) byId.delete(messageId)
  return [...byId.values()].sort((a, b) => (a.messageId < b.messageId ? 1 : -1)).slice(0, MESSAGES_KEPT)
}

/** How many of some messages are not known yet. */
export function unknownIn(known: readonly LiveMessageView[], fresh: readonly LiveMessageView[]): number {
  const ids = new Set(known.map(({ messageId }) => messageId))
  return fresh.filter(({ messageId }) => !ids.has(messageId)).length
}
