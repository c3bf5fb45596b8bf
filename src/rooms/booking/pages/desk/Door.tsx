import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { CodeForm } from '../../CodeForm'
import { ScanResults, ScansWaiting } from '../../ScanResults'
import type { DoorScans } from '../../useDoorScans'
import { WalkIn } from './WalkIn'

interface DoorProps {
  centreId: string
  kinds: Output<typeof api.booking.openDesk>['kinds']
  scans: DoorScans
  typed: string
  onTyped: (typed: string) => void
}

/** The desk: one large button to scan, one field that finds a name or takes the four digits, and whoever just comes. */
export function Door({ centreId, kinds, scans, typed, onTyped }: DoorProps) {
  const { waiting, results, scan, flush } = scans
  return (
    <Card>
      <CodeForm
        large
        scanLabel="扫入场券"
        label="姓名、工号或四位数"
        placeholder="找人或签到"
        icon="search"
        maxLength={20}
        typed={typed}
        onTyped={onTyped}
        scan={scan}
      />
      <ScansWaiting waiting={waiting} onFlush={flush} />
      <ScanResults results={results} />
      <WalkIn centreId={centreId} kinds={kinds} />
    </Card>
  )
}
