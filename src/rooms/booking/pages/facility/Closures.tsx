import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { toast } from '@/ui/toast/store'
import { sayClosed } from '../../centre/closedWords'
import { facilityQueries } from '../../outdated'
import type { OpenDesk } from './DayList'

type Closure = OpenDesk['closures'][number]

function Row({ closure }: { closure: Closure }) {
  const { closureId, of, reason } = closure
  const reopen = useCommand(api.booking.reopenFacility, {
    outdates: facilityQueries,
    onDone: () => toast.show('重新开放了'),
  })
  return (
    <ListRow
      title={`${of} · ${sayClosed(closure)}`}
      meta={reason}
      end={
        <Button kind="secondary" size="small" label={`重新开放${of}`} onTap={() => reopen.run({ closureId })}>
          重新开放
        </Button>
      }
    />
  )
}

/** What is closed or will be, each to be opened again. */
export function Closures({ closures }: { closures: readonly Closure[] }) {
  if (closures.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="停用" more={`${closures.length} 项`} />
      {closures.map(closure => (
        <Row key={closure.closureId} closure={closure} />
      ))}
    </Card>
  )
}
