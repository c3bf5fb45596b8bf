import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { canScan, scanCode } from '@/ui/device/scan'
import { Field } from '@/ui/field/Field'
import { ScanResults, ScansWaiting } from '../../ScanResults'
import { readCode } from '../../scanQueue'
import type { useScans } from './useScans'

/** The door: scan or type, and hear whom it was; without a network the scans wait on this phone. */
export function CheckInCard({ waiting, results, counts, scan, flush }: ReturnType<typeof useScans>) {
  const [typed, setTyped] = useState('')
  const enter = async () => {
    if (await scan(typed)) setTyped('')
  }
  const camera = async () => {
    const read = await scanCode()
    if (read !== undefined) await scan(read)
  }
  return (
    <Card>
      {canScan ? (
        <Button block icon="qr" onTap={camera}>
          扫入场码
        </Button>
      ) : null}
      <View className="host__typed">
        <View className="grow">
          <Field
            label={canScan ? '扫不出来时，念四位数' : '入场码或四位数'}
            value={typed}
            maxLength={16}
            onChange={setTyped}
            onConfirm={() => void (readCode(typed) && enter())}
          />
        </View>
        <Button
          kind={canScan ? 'secondary' : 'primary'}
          size="small"
          disabled={readCode(typed) === undefined}
          onTap={enter}
        >
          签到
        </Button>
      </View>
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
