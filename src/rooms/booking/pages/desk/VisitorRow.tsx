import type { VisitorView } from '@domain/booking/deskContract'
import { Face } from '@/rooms/Face'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { ListRow } from '@/ui/listRow/ListRow'
import { slotTime } from '../../centre/slotWords'
import { deskTitleOf, placeTones } from '../../placeWords'

interface VisitorRowProps {
  visitor: VisitorView
  doorOpen: boolean
  /** Let in on this phone, and not told to the cloud yet. */
  held: boolean
  onEnter: (placeId: string) => Promise<unknown>
}

/** Somebody on the day's list: who, with whom, what to know, and whether they are there. */
export function VisitorRow({ visitor, doorOpen, held, onEnter }: VisitorRowProps) {
  const { placeId, person, party, guests, note, shortCode, state, attendedAt } = visitor
  const along = guests.length > 0 ? `同行 ${guests.join('、')}` : ''
  const lines = [`${person.department} · ${shortCode}`, along, note].filter(line => line !== '')
  const end =
    attendedAt !== null ? (
      <Badge tone="ok">{slotTime(attendedAt)} 到</Badge>
    ) : held ? (
      <Badge tone="accent">待补签</Badge>
    ) : state === 'confirmed' && doorOpen ? (
      <Button kind="secondary" size="small" label={`给${person.name}签到`} onTap={() => onEnter(placeId)}>
        到了
      </Button>
    ) : (
      <Badge tone={placeTones[state]}>{deskTitleOf({ kind: 'visit', state })}</Badge>
    )
  return (
    <ListRow
      lead={<Face of={person} size={40} />}
      title={party > 1 ? `${person.name} 等 ${party} 位` : person.name}
      meta={lines}
      end={end}
    />
  )
}
