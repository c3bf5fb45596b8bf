import { momentLabel } from '@domain/booking/wording'
import type { MembershipAction } from '@domain/union/membership'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { MembershipBar } from '../../MembershipBar'
import { nextEvent } from '../../nextEvent'
import { useAddPhotos } from '../../useAddPhotos'

type Opened = Output<typeof api.union.openAssociation>

/** What members come for: the next event, and their pictures. */
function MemberBar({ association: { associationId }, events, now }: Opened) {
  const next = nextEvent(events, now)
  const addPhotos = useAddPhotos(associationId)
  return (
    <BottomBar consequence={next ? `下一场 ${momentLabel(next.startsAt, now)}` : undefined}>
      <Button kind="secondary" onTap={() => void addPhotos()}>
        贴照片
      </Button>
      {next ? (
        <Button onTap={() => openPage('union/event', { eventId: next.eventId })}>看看这场</Button>
      ) : null}
    </BottomBar>
  )
}

interface PageBarProps {
  opened: Opened
  actions: readonly MembershipAction[]
  onApply: () => void
}

/** What the page is for whoever looks at it: to run it, to take part, or the way in. */
export function PageBar({ opened, actions, onApply }: PageBarProps) {
  const { associationId, open, presiding } = opened.association
  if (presiding)
    return (
      <BottomBar>
        <Button kind="secondary" onTap={() => openPage('union/preside', { associationId })}>
          管理这个协会
        </Button>
      </BottomBar>
    )
  if (actions.includes('leave')) return <MemberBar {...opened} />
  return <MembershipBar {...{ associationId, actions, open, onApply }} />
}
