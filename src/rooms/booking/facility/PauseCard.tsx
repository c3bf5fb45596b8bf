import type { StandingShown } from '@domain/booking/facilityViews'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { pauseWords, sayAbsenceRule } from './facilityWords'

/** Nothing can be booked for a while: until when, why, and where it can be looked at. */
export function PauseCard({ standing, now }: { standing: StandingShown; now: number }) {
  const words = pauseWords(standing, now)
  if (words === undefined) return null
  return (
    <Card padding="none">
      <ListRow
        lead="clock"
        title={words}
        meta={`${sayAbsenceRule(standing)}。看看是哪几次，有特殊情况可以说明`}
        onTap={() => openPage('booking/absences')}
      />
    </Card>
  )
}
