import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { canScan, scanCode } from '@/ui/device/scan'
import { Field } from '@/ui/field/Field'
import { QrCode } from '@/ui/qrCode/QrCode'
import { Sheet } from '@/ui/sheet/Sheet'
import { ScanResults, ScansWaiting } from '../../ScanResults'
import { readCode } from '../../scanQueue'
import type { DoorScans } from '../../useDoorScans'

/** What hangs at the door, for people who check themselves in. */
function Poster({ doorCode }: { doorCode: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="text" size="small" icon="qr" onTap={() => setOpen(true)}>
        门口的码
      </Button>
      <Sheet
        open={open}
        title="贴在门口的码"
        onClose={() => setOpen(false)}
        note="来的同事在自己的券上点「扫门口的码」"
      >
        <View className="facility__door">
          <QrCode text={doorCode} size={216} label="门口的签到码" />
        </View>
      </Sheet>
    </>
  )
}

/** Scanning a ticket, or typing its four digits. */
export function ScanCard({ scans, doorCode }: { scans: DoorScans; doorCode: string }) {
  const [typed, setTyped] = useState('')
  const { waiting, results, scan, flush } = scans
  const enter = async () => {
    if (await scan(typed)) setTyped('')
  }
  const camera = async () => {
    const read = await scanCode()
    if (read !== undefined) await scan(read)
  }
  return (
    <Card>
      <View className="row gap-12">
        <View className="grow">
          <Field
            label="券上的四位数"
            type="number"
            value={typed}
            maxLength={4}
            onChange={setTyped}
            onConfirm={() => void (readCode(typed) && enter())}
          />
        </View>
        <Button size="small" disabled={readCode(typed) === undefined} onTap={enter}>
          签到
        </Button>
      </View>
      <View className="facility__tools mt-8">
        {canScan ? (
          <Button kind="secondary" size="small" icon="qr" onTap={camera}>
            扫券
          </Button>
        ) : null}
        <Poster doorCode={doorCode} />
      </View>
      <ScansWaiting waiting={waiting} onFlush={flush} />
      <ScanResults results={results} />
    </Card>
  )
}
