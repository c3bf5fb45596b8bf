import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/ui/card/Card'
import { canScan } from '@/ui/device/scan'
import { CodeForm } from '../../CodeForm'
import { ScanResults, ScansWaiting } from '../../ScanResults'
import type { useScans } from './useScans'

/** The door: scan or type, and hear whom it was; without a network the scans wait on this phone. */
export function CheckInCard({ waiting, results, counts, scan, flush }: ReturnType<typeof useScans>) {
  const [typed, setTyped] = useState('')
  return (
    <Card>
      <CodeForm
        scanLabel="扫入场码"
        label={canScan ? '扫不出来时，念四位数' : '入场码或四位数'}
        placeholder="入场券下面的数字"
        maxLength={16}
        typed={typed}
        onTyped={setTyped}
        scan={scan}
      />
      <ScansWaiting waiting={waiting} onFlush={flush} />
      <ScanResults results={results} />
      {counts ? (
        <View className="t12 secondary mt-8">
          到了 {counts.attended} 位，共 {counts.expected} 位
        </View>
      ) : null}
    </Card>
  )
}
