import { tailPauseMs } from '@domain/forum/conversation'
import { useRef, useState } from 'react'
import { api, type Output, useTail } from '@/api'

export type Opened = Output<typeof api.selfservice.openTicket>
export type Said = Opened['messages'][number]

/** What was said, and what is being said while the ticket is open; another version of it is asked for anew. */
export function useNewWords(opened: Opened | undefined, ticketId: string, onChanged: () => Promise<unknown>) {
  const [later, setLater] = useState<readonly Said[]>([])
  const since = useRef(0)
  since.current = Math.max(since.current, opened?.now ?? 0)
  const known = new Set(opened?.messages.map(({ messageId }) => messageId))
  const heard = (said: readonly Said[]) =>
    setLater(before => {
      const ids = new Set(before.map(({ messageId }) => messageId))
      return [...before, ...said.filter(({ messageId }) => !ids.has(messageId))]
    })
  useTail(api.selfservice.tailTicket, {
    isOn: opened?.ticket.canTalk === true,
    inputOf: () => ({ ticketId, since: since.current }),
    onAnswer: async answer => {
      since.current = answer.now
      heard(answer.messages)
      if (answer.version !== opened?.ticket.version) await onChanged()
      return answer.messages.some(({ messageId }) => !known.has(messageId))
    },
    pauseMs: tailPauseMs,
  })
  const messages = [...(opened?.messages ?? []), ...later.filter(({ messageId }) => !known.has(messageId))]
  return { messages, heard }
}
