import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { canScan, scanCode } from '@/ui/device/scan'
import { Field } from '@/ui/field/Field'
import { ScanResults, ScansWaiting } from '../../ScanResults'
import { readCode } from '../../scanQueue'
import type { DeskScans } from './useDeskScans'

interface DoorProps {
  scans: DeskScans
  typed: string
  onTyped: (typed: string) => void
}

/** The desk: one large button to scan, and one field that finds a name or takes the four digits. */
export function Door({ scans, typed, onTyped }: DoorProps) {
  const { waiting, results, scan, flush } = scans
  const enter = async () => {
    if (await scan(typed)) onTyped('')
  }
  const camera = async () => {
    const read = await scanCode()
    if (read !== undefined) await scan(read)
  }
  return (
    <Card>
      {canScan ? (
        <View className="desk__scan">
          <Button block icon="qr" onTap={camera}>
            扫参观券
          </Button>
        </View>
      ) : null}
      <View className="desk__typed">
        <View className="grow">
          <Field
            label="姓名、工号或四位数"
            icon="search"
            value={typed}
            maxLength={20}
            onChange={onTyped}
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
    </Card>
  )
}
