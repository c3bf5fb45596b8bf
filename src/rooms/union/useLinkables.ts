import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import type { RichTextEditorProps } from '@/ui/richText/RichTextEditor'

interface Association {
  associationId: string
  associationName: string
}

/**
 * What a host's words may lead to: the association, its events to come and those that have been, which are asked for
 * once somebody wants a link.
 */
export function useLinkables({
  associationId,
  associationName,
}: Association): Pick<RichTextEditorProps, 'linkables' | 'onLinks'> {
  const [wanted, setWanted] = useState(false)
  const coming = useQueryOf(api.union.listEvents, { associationId }, { enabled: wanted })
  const past = useQueryOf(api.union.listEvents, { associationId, past: true }, { enabled: wanted })
  const events = [...(coming.data?.events ?? []), ...(past.data?.events ?? [])]
  return {
    linkables: [
      { title: associationName, to: { kind: 'association', id: associationId } },
      ...events.map(({ title, eventId }) => ({ title, to: { kind: 'event' as const, id: eventId } })),
    ],
    onLinks: () => setWanted(true),
  }
}
