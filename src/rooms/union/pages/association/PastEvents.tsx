import { inChina } from '@domain/kernel/time'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Cover } from '../../Cover'

type Event = Output<typeof api.union.openAssociation>['past'][number]

/** The last events that took place, and how they were. Without one it is not there. */
export function PastEvents({ past }: { past: Event[] }) {
  if (past.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="办过的活动" />
      {past.map(({ eventId, title, startsAt, venue, coverFileId, category, told }) => (
        <ListRow
          key={eventId}
          lead={<Cover fileId={coverFileId} category={category} width={48} />}
          title={title}
          meta={`${inChina(startsAt).format('M 月 D 日')} · ${venue.name}`}
          end={told ? <Badge tone="accent">有回顾</Badge> : null}
          onTap={() => openPage('union/event', { eventId })}
        />
      ))}
    </Card>
  )
}
