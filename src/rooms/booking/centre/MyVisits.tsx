import { momentLabel, spanLabel } from '@domain/booking/wording'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { openTicket, type Place, placeTones, standingAt, visitTitles, whatFor } from '../placeWords'

/** What the row says under the title: until when an offer is held comes before everything else. */
function metaOf(place: Place, now: number): string[] {
  const { startsAt, endsAt, party, state, offerExpiresAt } = place
  const what = whatFor(place)
  const when = spanLabel(startsAt, endsAt)
  if (state === 'offered' && offerExpiresAt !== null)
    return [...what, when, `${momentLabel(offerExpiresAt, now)} 前确认`]
  return [...what, party > 1 ? `${when} · ${party} 位` : when]
}

/** My visits that are still ahead, each with its ticket a tap away. */
export function MyVisits({ visits, now }: { visits: readonly Place[]; now: number }) {
  if (visits.length === 0) return null
  return (
    <Card padding="none">
      {visits
        .map(one => standingAt(one, now))
        .map(visit => (
          <ListRow
            key={visit.placeId}
            lead="ticket"
            title={visit.title}
            meta={metaOf(visit, now)}
            end={<Badge tone={placeTones[visit.state]}>{visitTitles[visit.state]}</Badge>}
            onTap={() => openTicket(visit)}
          />
        ))}
    </Card>
  )
}
