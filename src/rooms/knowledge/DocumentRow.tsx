import { dayOf } from '@domain/kernel/time'
import type { ReactNode } from 'react'
import type { api, Output } from '@/api'
import { sayBytes } from '@/rooms/bytes'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { ListRow } from '@/ui/listRow/ListRow'
import { sayDay, sayDepartments } from './documentWords'

type Document = Output<typeof api.knowledge.openLibrary>['documents'][number]

/** A document in a list: what it is about, what its file is, for whom. */
export function DocumentRow({ document, end }: { document: Document; end?: ReactNode }) {
  const { documentId, title, summary, edition, departments } = document
  const file = `${edition.kind.toUpperCase()} · ${sayBytes(edition.bytes)} · ${sayDay(dayOf(edition.at))}更新`
  return (
    <ListRow
      lead="doc"
      title={title}
      meta={[summary, departments.length > 0 ? `${file} · ${sayDepartments(departments)}` : file]}
      end={end ?? (edition.number > 1 ? <Badge>第 {edition.number} 版</Badge> : null)}
      onTap={() => openPage('knowledge/document', { documentId })}
    />
  )
}
