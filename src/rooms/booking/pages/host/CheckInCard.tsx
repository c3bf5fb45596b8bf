import type { PlaceState } from '@domain/booking/place'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/ui/card/Card'
import { canScan } from '@/ui/device/scan'
import { CodeForm } from '../../CodeForm'
import { ScanResults, ScansWaiting } from '../../ScanResults'
import type { DoorScans } from '../../useDoorScans'

interface CheckInCardProps {
  scans: DoorScans
  /** How many people stand where; undefined: not known yet. */
  counts: Partial<Record<PlaceState, number>> | undefined
  /** Nobody is let in any more: only what waits here and who came. */
  isOver: boolean
}

/** The door: scan or type, and hear whom it was; without a network the scans wait on this phone. */
export function CheckInCard({ scans, counts, isOver }: CheckInCardProps) {
  const { waiting, results, scan, flush } = scans
  const [typed, setTyped] = useState('')
  const { attended = 0, confirmed = 0, absent = 0, excused = 0 } = counts ?? {}
  return (
    <Card>
      {isOver ? null : (
        <CodeForm
          scanLabel="扫入场码"
          label={canScan ? '扫不出来时，念四位数' : '入场码或四位数'}
          placeholder="入场券下面的数字"
          maxLength={16}
          typed={typed}
          onTyped={setTyped}
          scan={scan}
        />
      )}
      <ScansWaiting waiting={waiting} onFlush={flush} />
      <ScanResults results={results} />
      {counts ? (
        <View className={isOver ? 't16' : 't12 secondary mt-8'}>
          到了 {attended} 位，共 {attended + confirmed + absent + excused} 位
        </View>
      ) : null}
      {isOver ? <View className="t12 secondary mt-4">活动结束了。没扫到码的，七天里可以补记。</View> : null}
    </Card>
  )
}
